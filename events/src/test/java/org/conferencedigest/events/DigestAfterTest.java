package org.conferencedigest.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestAfterTest {

  @Test
  void decodesWhatItEncoded() {
    DigestAfter token = new DigestAfter("会议-2020", Map.of("notes/é", 7L, "conference", 2L));

    assertThat(DigestAfter.decode(token.encode())).isEqualTo(token);
    assertThat(token.encode()).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"***", "YQpi", "YQoxMjM0NTY3ODkwMTIzNDU2Nzg5MCBi", "!"})
  void refusesRubbish(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> DigestAfter.decode(text));
  }
}
