package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HugoPlaceholderTest {

  private static final String FOLDER = "kelp/2031";

  @ParameterizedTest
  @CsvSource({
    "kelp/2030/summary.md, kelp/2030/summary.md, kelp/2030/summary.md, /kelp/2030/summary/",
    "kelp/Old Talk.md, kelp/Old Talk.md, kelp/old talk.md, /kelp/old-talk/",
    "kelp/old, kelp/old, kelp/old.md, /kelp/old/",
    "/kelp/old.md, kelp/old.md, kelp/old.md, /kelp/old/",
    "../old.md, kelp/old.md, kelp/old.md, /kelp/old/",
    "beside.md, kelp/2031/beside.md, kelp/2031/beside.md, /kelp/2031/beside/",
    "talks/kelp/index.md, talks/kelp/index.md, talks/kelp/index.md, /talks/kelp/",
    "talks/_index.md, talks/_index.md, talks/_index.md, /talks/"
  })
  void liesBelowTheFolderByTheNameThatLeadsToThePage(
      String path, String ref, String file, String address) {
    assertThat(HugoPlaceholder.of(FOLDER, path))
        .isEqualTo(new HugoPlaceholder(ref, FOLDER + "/" + file, address));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/top.md", "../../top.md", "../../../passwd", "a/b\\c.md", "a/.git.md"})
  void isNoneWhereItsFileWouldBeAnothersOrUnsafe(String path) {
    assertThat(HugoPlaceholder.of(FOLDER, path)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/_index.md", "/kelp", "/kelp/_index.md", "../", "../../"})
  void isNotNeededForWhatEverySiteHas(String path) {
    assertThat(HugoPlaceholder.isEverywhere(FOLDER, path)).isTrue();
  }

  @Test
  void saysWhatItIsFor() {
    HugoPlaceholder placeholder = Objects.requireNonNull(HugoPlaceholder.of(FOLDER, "kelp/old.md"));
    assertThat(new String(placeholder.content().bytes(), UTF_8))
        .contains("Stands in for kelp/old.md", "url = \"/kelp/old/\"", "may be deleted");
  }
}
