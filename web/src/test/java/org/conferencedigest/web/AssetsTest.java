package org.conferencedigest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AssetsTest {

  @Test
  void namesHoldTheHashOfTheBytes() {
    assertThat(Assets.path("site.css")).matches("/assets/site\\.[0-9a-f]{16}\\.css");
    assertThat(Assets.get("site.css").isCompressible()).isTrue();
    assertThatThrownBy(() -> Assets.path("none.css")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyBuildsNameFindsWhatIsHere() {
    Asset css = Assets.get("site.css");

    assertThat(Assets.find(css.hashedName())).containsSame(css);
    assertThat(Assets.find("site.css")).containsSame(css);
    assertThat(Assets.find("site.0123456789abcdef.css")).containsSame(css);
    assertThat(Assets.find("site.0123456789abcdeg.css")).isEmpty();
    assertThat(Assets.find("other.css")).isEmpty();
  }
}
