package org.conferencedigest.summary.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void tellsItsStateInAWord() throws IOException {
    Progress started = Progress.started(1, Instant.EPOCH);
    Progress over = started.over(Instant.EPOCH, null);

    assertThat(ObjectMapper.getDefault().writeValueAsString(started))
        .contains("\"state\":\"reading\"");
    assertThat(ObjectMapper.getDefault().writeValueAsString(over)).contains("\"state\":\"done\"");
  }
}
