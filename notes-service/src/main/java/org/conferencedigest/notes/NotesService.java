package org.conferencedigest.notes;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import org.conferencedigest.foundation.settings.Service;

/** Starts the notes service. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Conference Digest notes",
            version = "v1",
            description =
                """
                Conferences, their talks, and the notes on them. Reading what is published needs no
                identity; writing needs a bearer token with the role author (notes of one's own) or
                editor (everything). Errors are application/problem+json (RFC 9457)."""))
@SecurityScheme(
    name = "token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
public final class NotesService {

  private NotesService() {}

  public static void main(String[] args) {
    Service.launch(NotesService.class, args);
  }
}
