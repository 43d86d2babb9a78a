package org.conferencedigest.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {

  private static final int PROCESSES = 3;
  private static final int PORTS = 40;

  @Test
  void givesOutAPortOnceHoweverLateItIsUsed() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < PORTS; i++) {
      assertThat(given.add(FreePort.find())).isTrue();
    }
  }

  @Test
  void givesProcessesThatStartAtTheSameTimeDifferentPorts() throws Exception {
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        processes.add(start());
      }
      List<String> given = new ArrayList<>();
      for (Process process : processes) {
        BufferedReader output = process.inputReader();
        for (int i = 0; i < PORTS; i++) {
          given.add(output.readLine());
        }
      }
      assertThat(given).doesNotContainNull().doesNotHaveDuplicates();
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Asking.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Asks for ports, uses none, and lives until its input ends. */
  static final class Asking {

    private Asking() {}

    public static void main(String[] arguments) throws IOException {
      for (int i = 0; i < PORTS; i++) {
        System.out.println(FreePort.find());
      }
      System.in.transferTo(System.err);
    }
  }
}
