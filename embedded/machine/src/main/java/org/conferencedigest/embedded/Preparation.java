package org.conferencedigest.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes the archives that later starts begin with, while this machine is used already: a rehearsal
 * of everything on a folder of its own, in processes that get what time the others leave.
 *
 * <p>Nothing depends on it. Without archives starts take longer, and the next one tries again.
 */
public final class Preparation implements AutoCloseable {

  private static final List<String> MODULES =
      List.of("embedded/broker", "embedded/machine", "notes-service", "summary-service", "gateway");

  /**
   * Linux shares time among sessions first, where it groups processes by them (autogroup, see
   * sched(7)): there, being nice counts within a session alone, and the session has to be so, too.
   */
  private static final String STEP_BACK =
      """
      { echo 19 >/proc/self/autogroup; } 2>/dev/null
      if command -v nice >/dev/null; then exec nice -n 19 "$@"; else exec "$@"; fi
      """;

  private final ChildProcess rehearsal;
  private final Path folder;

  private Preparation(ChildProcess rehearsal, Path folder) {
    this.rehearsal = rehearsal;
    this.folder = folder;
  }

  /** Whether each module has an archive of its present build. */
  public static boolean isDone() {
    return archives().stream().allMatch(Archive::isFresh);
  }

  /**
   * Begins, and goes on by itself until it is done or closed.
   *
   * @param mainClass ends by itself when, told {@code train --data FOLDER}, it has used everything
   * @param folder made, used and deleted
   * @param log appended to; its folder exists
   */
  public static Preparation begin(Class<?> mainClass, Path folder, Path log) {
    Folders.delete(folder);
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", STEP_BACK, "step-back"));
    command.addAll(sameJvm());
    command.addAll(
        List.of(Child.class.getName(), mainClass.getName(), "train", "--data", folder.toString()));
    ChildProcess rehearsal = ChildProcess.start("The preparation", command, Map.of(), log);
    Preparation preparation = new Preparation(rehearsal, folder);
    var _ = rehearsal.onExit().thenAccept(process -> preparation.end(process.exitValue() == 0));
    return preparation;
  }

  /** Gives up, if it is not done. */
  @Override
  public void close() {
    if (rehearsal.isAlive()) {
      rehearsal.kill();
    }
    end(false);
  }

  private synchronized void end(boolean whole) {
    for (Archive archive : archives()) {
      if (!whole || !archive.adopt()) {
        archive.discard();
      }
    }
    Folders.delete(folder);
  }

  private static List<Archive> archives() {
    return MODULES.stream().map(Archive::new).toList();
  }

  /** This JVM's own command, since an archive is of use to one with the same options alone. */
  private static List<String> sameJvm() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-XX:AOTCache") && !option.startsWith("-Ddigest."))
        .forEach(command::add);
    command.add("-D" + JavaCommand.TRAINING_PROPERTY + "=true");
    command.add("-XX:AOTCacheOutput=" + new Archive("embedded/machine").draft());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }
}
