package org.conferencedigest.notes.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A patch as git writes it, of whole folders of text files. */
record Patch(List<String> lines) {

  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? .*");

  /** The patches of a folder, by name. */
  static List<Patch> all(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Patch> patches = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        patches.add(new Patch(List.of(Files.readString(file).split("(?<=\n)"))));
      }
      return patches;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the files of a folder, by their names without the path. */
  void apply(Map<String, String> folder) {
    String name = "";
    List<String> before = List.of();
    int at = 0;
    StringBuilder after = new StringBuilder();
    for (String line : lines) {
      Matcher hunk = HUNK.matcher(line.strip());
      if (line.startsWith("diff --git ")) {
        store(folder, name, before, at, after);
        name = line.substring(line.lastIndexOf('/') + 1).strip();
        before = List.of(folder.getOrDefault(name, "").split("(?<=\n)"));
        at = 0;
        after = new StringBuilder();
      } else if (line.startsWith("rename from ")) {
        String old = line.substring(line.lastIndexOf('/') + 1).strip();
        before = List.of(Objects.requireNonNull(folder.remove(old)));
      } else if (hunk.matches()) {
        int from = Math.max(0, Integer.parseInt(hunk.group(1)) - 1);
        while (at < from) {
          after.append(before.get(at++));
        }
      } else if (line.startsWith("+") && !line.startsWith("+++ ")) {
        after.append(line.substring(1));
      } else if (line.startsWith("-") && !line.startsWith("--- ")) {
        at++;
      } else if (line.startsWith(" ")) {
        after.append(line.substring(1));
        at++;
      }
    }
    store(folder, name, before, at, after);
  }

  private static void store(
      Map<String, String> folder, String name, List<String> before, int at, StringBuilder after) {
    if (!name.isEmpty()) {
      for (int i = at; i < before.size(); i++) {
        after.append(before.get(i));
      }
      folder.put(name, after.toString());
    }
  }
}
