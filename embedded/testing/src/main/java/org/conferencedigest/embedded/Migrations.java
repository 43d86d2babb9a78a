package org.conferencedigest.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What migrations may not do, so that the version before runs on beside the one that brought them:
 * take away, rename, retype or narrow what an earlier one made.
 *
 * <p>What no instance can use any more may be taken away by a statement that says so, in a comment
 * before it that begins with {@code shrink:} and tells since when.
 */
public final class Migrations {

  private static final Pattern MADE_HERE =
      Pattern.compile("create (?:unlogged )?table (?:if not exists )?([a-z0-9_]+)");

  private static final Pattern TABLE =
      Pattern.compile("(?:alter|drop) table (?:if exists )?(?:only )?([a-z0-9_]+)");

  private static final Pattern UNIQUE_INDEX =
      Pattern.compile("create unique index .*? on ([a-z0-9_]+)");

  private static final List<Pattern> NARROWING =
      List.of(
          Pattern.compile("^drop (table|view|sequence|type|function|schema)"),
          Pattern.compile("\\brename\\b"),
          Pattern.compile("\\bdrop column\\b"),
          Pattern.compile("\\balter (column )?[a-z0-9_]+ (set data )?type\\b"),
          Pattern.compile("\\bset not null\\b"),
          Pattern.compile("\\balter (column )?[a-z0-9_]+ drop default\\b"),
          Pattern.compile("\\badd (constraint|check|unique|primary key|foreign key|exclude)\\b"),
          Pattern.compile(
              "\\badd (column )?(?:(?!\\bdefault\\b)[^,])*\\bnot null\\b(?![^,]*\\bdefault\\b)"),
          Pattern.compile("^create unique index"));

  private Migrations() {}

  /** Each statement of the modules' migrations that may not be, with its file. */
  public static List<String> breaches(String... modules) {
    List<String> breaches = new ArrayList<>();
    for (String module : modules) {
      Path folder =
          Installation.here().root().resolve(module).resolve("src/main/resources/db/migration");
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          breachesIn(Files.readString(file))
              .forEach(statement -> breaches.add(file.getFileName() + ": " + statement));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return breaches;
  }

  /** The statements of one migration that may not be. */
  static List<String> breachesIn(String sql) {
    List<String> breaches = new ArrayList<>();
    Set<String> madeHere = new HashSet<>();
    for (String written : sql.split(";")) {
      String statement =
          written.replaceAll("--.*", " ").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
      Matcher made = MADE_HERE.matcher(statement);
      if (made.find()) {
        madeHere.add(made.group(1));
      } else if (!isOn(madeHere, statement)
          && !written.contains("-- shrink:")
          && NARROWING.stream().anyMatch(pattern -> pattern.matcher(statement).find())) {
        breaches.add(statement);
      }
    }
    return breaches;
  }

  private static boolean isOn(Set<String> tables, String statement) {
    return Stream.of(TABLE, UNIQUE_INDEX)
        .map(pattern -> pattern.matcher(statement))
        .anyMatch(matcher -> matcher.find() && tables.contains(matcher.group(1)));
  }
}
