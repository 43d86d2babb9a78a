package org.conferencedigest.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a browser has to fetch before somebody can write, and what that may do. */
class EditorTest {

  private static final int MOST_BYTES = 300_000;

  @Test
  void writingCostsLessThan300KilobytesOfScript() {
    int bytes =
        scripts("desk-note.js").stream().mapToInt(name -> Assets.get(name).gzip().length).sum();

    assertThat(bytes).isBetween(50_000, MOST_BYTES);
  }

  @Test
  void noScriptMakesCodeOfTexts() {
    for (String name : scripts("desk-note.js")) {
      assertThat(text(name)).as(name).doesNotContain("eval(").doesNotContain("new Function(");
    }
  }

  @Test
  void theLibrariesComeWithTheirLicences() {
    assertThat(text("editor-libraries.js")).contains("editor-licences.txt");
    assertThat(text("editor-licences.txt"))
        .contains("Marijn Haverbeke")
        .contains("Kevin Decker")
        .contains("Permission is hereby granted");
  }

  /** A module and all that it imports. */
  private static Set<String> scripts(String name) {
    Set<String> found = new LinkedHashSet<>();
    add(name, found);
    return found;
  }

  private static void add(String name, Set<String> found) {
    if (found.add(name)) {
      Matcher imports =
          Pattern.compile("from \"\\./([a-z-]+)\\.[0-9a-f]{16}\\.js\"").matcher(text(name));
      while (imports.find()) {
        add(imports.group(1) + ".js", found);
      }
    }
  }

  private static String text(String name) {
    return new String(Assets.get(name).bytes(), UTF_8);
  }
}
