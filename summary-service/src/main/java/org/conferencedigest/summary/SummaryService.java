package org.conferencedigest.summary;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** Starts the summary service. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Conference Digest: summary service",
            version = "1",
            description = "Digests of conferences, in every format, as they are now."))
public final class SummaryService {

  private SummaryService() {}

  public static void main(String... arguments) {
    Micronaut.run(SummaryService.class, arguments);
  }
}
