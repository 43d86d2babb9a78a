package org.conferencedigest.summary.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The published description of {@code digest.json}. */
public final class DigestSchema {

  private static final String RESOURCE = "/schemas/digest.v1.schema.json";

  private DigestSchema() {}

  private static final class Loaded {
    private static final Schema SCHEMA = load();
  }

  private static Schema load() {
    try (InputStream in = DigestSchema.class.getResourceAsStream(RESOURCE)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails if that is not what the description says. */
  public static void check(String json) {
    assertThat(Loaded.SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }
}
