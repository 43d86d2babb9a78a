package org.conferencedigest.summary.reading;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a request is willing to wait: {@code Prefer: wait=SECONDS} (RFC 7240, section 4.3). */
@Singleton
final class Patience {

  private static final Pattern WAIT =
      Pattern.compile("(?:^|[,;])\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?=$|[,;])");

  private final ReadingSettings settings;

  Patience(ReadingSettings settings) {
    this.settings = settings;
  }

  Duration of(HttpRequest<?> request) {
    for (String preference : request.getHeaders().getAll("Prefer")) {
      Matcher wait = WAIT.matcher(preference);
      if (wait.find()) {
        Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(settings.longestWait()) < 0 ? asked : settings.longestWait();
      }
    }
    return settings.usualWait();
  }
}
