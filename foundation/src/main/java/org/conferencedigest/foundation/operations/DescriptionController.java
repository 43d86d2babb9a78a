package org.conferencedigest.foundation.operations;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.IOUtils;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.conferencedigest.foundation.problem.ProblemException;

/** The OpenAPI description that was made from this service's code when it was compiled. */
@Controller("/openapi.yaml")
@Requires(
    property = "operations.description",
    notEquals = StringUtils.FALSE,
    defaultValue = StringUtils.TRUE)
final class DescriptionController {

  private static final String FOLDER = "META-INF/swagger";

  private final byte[] description;

  DescriptionController() throws IOException {
    SortedMap<String, byte[]> found = new TreeMap<>();
    for (URL folder : Collections.list(getClass().getClassLoader().getResources(FOLDER))) {
      // Micronaut takes the path from the root of a jar, but from the folder itself elsewhere.
      IOUtils.eachFile(
          folder,
          folder.getProtocol().equals("file") ? "" : FOLDER,
          file -> {
            String name = file.getFileName().toString();
            if (name.endsWith(".yml")) {
              found.put(name, read(file));
            }
          });
    }
    description = found.isEmpty() ? new byte[0] : found.firstEntry().getValue();
  }

  @Get(produces = "application/yaml; charset=utf-8")
  byte[] describe() {
    if (description.length == 0) {
      throw ProblemException.notFound("This service has no description.");
    }
    return description;
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
