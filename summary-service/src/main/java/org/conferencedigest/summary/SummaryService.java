package org.conferencedigest.summary;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.conferencedigest.foundation.settings.Service;

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
    Service.launch(SummaryService.class, arguments);
  }
}
