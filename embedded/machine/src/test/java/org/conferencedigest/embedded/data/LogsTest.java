package org.conferencedigest.embedded.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {

  @TempDir Path folder;

  @Test
  void beginsALogAnewThatHasGrownTooLarge() throws Exception {
    Path log = folder.resolve("kafka.log");
    try (OutputStream writer =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writer.write("a long line\n".getBytes(UTF_8));
      new Logs(folder, 5).trim();
      writer.write("new\n".getBytes(UTF_8));
    }
    assertThat(log).hasContent("new");
    assertThat(folder.resolve("kafka.log.1")).hasContent("a long line");
  }

  @Test
  void leavesASmallLogAlone() throws Exception {
    Path log = Files.writeString(folder.resolve("kafka.log"), "short\n");
    new Logs(folder, 100).trim();
    assertThat(log).hasContent("short");
  }
}
