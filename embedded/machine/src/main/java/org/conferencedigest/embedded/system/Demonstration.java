package org.conferencedigest.embedded.system;

import com.nimbusds.jose.util.JSONArrayUtils;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.conferencedigest.embedded.Installation;
import org.conferencedigest.embedded.client.Api;
import org.conferencedigest.embedded.client.ApiException;
import org.conferencedigest.embedded.client.Content;
import org.conferencedigest.embedded.client.UnknownContentException;
import org.jspecify.annotations.Nullable;

/** The demonstration conference: what stands in {@code demo/spark-2020} of this module's jar. */
public final class Demonstration {

  /** The conference's slug. */
  public static final String SLUG = "spark-2020";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Demonstration() {}

  /**
   * Writes the conference through the public API, and returns when its digest can be read.
   *
   * @param api with the token of an editor
   * @param colleague with the token of somebody else, who was at one of the talks, too
   */
  public static void load(Api api, Api colleague) throws ApiException {
    Path jar = Installation.here().jar("embedded/machine");
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      load(api, colleague, files.getPath("demo", SLUG));
    } catch (IOException | ParseException | UnknownContentException e) {
      throw new IllegalStateException("the demonstration in " + jar + " is damaged", e);
    }
  }

  private static void load(Api api, Api colleague, Path folder)
      throws ApiException, IOException, ParseException, UnknownContentException {
    String conference = Api.conference(SLUG);
    api.put(conference, "application/json", Files.readAllBytes(folder.resolve("conference.json")));
    for (Object talk : JSONArrayUtils.parse(Files.readString(folder.resolve("talks.json")))) {
      Map<String, Object> fields = new HashMap<>();
      ((Map<?, ?>) talk).forEach((name, value) -> fields.put(String.valueOf(name), value));
      api.put(
          conference + "/talks/" + Api.encoded(String.valueOf(fields.get("slug"))),
          "application/json",
          JSONObjectUtils.toJSONString(fields).getBytes(StandardCharsets.UTF_8));
    }
    Content pages = Content.folder(folder);
    api.post(conference + pages.path(), pages.contentType(), pages.body());
    Api.Answer answer =
        colleague.put(
            conference + "/notes/data_quality_small_team",
            "application/json",
            Files.readAllBytes(folder.resolve("second-opinion.json")));
    awaitDigest(api, conference + "/digest.html", answer.digestAfter());
  }

  /** The first events of a new system wait for a consumer that is only just being welcomed. */
  private static void awaitDigest(Api api, String path, @Nullable String written)
      throws ApiException {
    String[] headers =
        written == null
            ? new String[0]
            : new String[] {"Digest-After", written, "Prefer", "wait=10"};
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        api.get(path, headers);
        return;
      } catch (ApiException e) {
        if (!e.isPassing() || System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }
}
