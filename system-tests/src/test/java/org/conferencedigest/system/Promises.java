package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What holds for every answer of a kind, whichever test asked for it. */
final class Promises {

  private Promises() {}

  private static final class Schemas {
    private static final Schema DIGEST = load();

    private static Schema load() {
      Path file =
          Samples.repository()
              .resolve("summary-service/src/main/resources/schemas/digest.v1.schema.json");
      try {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Each digest as data is as it is described, and hugo builds each folder for it. */
  static void check(Answer answer) {
    if (answer.status() != 200 || !answer.request().startsWith("GET ")) {
      return;
    }
    if (answer.header("Content-Type").equals(Api.JSON)
        && !answer.header("Digest-Revision").isEmpty()) {
      assertThat(Schemas.DIGEST.validate(answer.text(), InputFormat.JSON))
          .as(answer.request())
          .isEmpty();
    }
    if (answer.header("Content-Type").equals(Api.ZIP) && HugoSite.canBuild()) {
      HugoSite.build(answer.bytes());
    }
  }
}
