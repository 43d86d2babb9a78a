package org.conferencedigest.events.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/outline.md} are what the guide says they are. */
class OutlineGuideTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```markdown\n(.*?)^```$");

  @Test
  void everySlotOfAnExampleIsOne() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String example : examples()) {
      lines.addAll(example.lines().filter(line -> line.contains("digest:")).toList());
    }

    assertThat(lines)
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(Outline.parse(line).slots()).as(line).hasSize(1));
  }

  @Test
  void everyKindOfSlotIsNamed() throws IOException {
    String guide = guide();

    for (Class<?> kind : Slot.class.getPermittedSubclasses()) {
      assertThat(guide).contains("| `" + kind.getSimpleName().toLowerCase(Locale.ROOT));
    }
  }

  private static List<String> examples() throws IOException {
    List<String> examples = new ArrayList<>();
    Matcher matcher = EXAMPLE.matcher(guide());
    while (matcher.find()) {
      examples.add(matcher.group(1));
    }
    return examples;
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("..", "docs", "outline.md"));
  }
}
