package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Builds what {@code hugo.zip} holds with the real hugo, if it is on this machine. */
final class HugoSite {

  private static final String CONFIGURATION =
      """
      baseURL = "https://blog.example/"
      refLinksErrorLevel = "WARNING"
      disableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]
      """;

  private static final String LAYOUT = "<h1>{{ .Title }}</h1>\n{{ .Content }}\n";

  /** What an author's links into her other conferences say in a site that has none. */
  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:WARN|ERROR) .*?\\bRef \"([^\"]+)\".*: page not found.*");

  private static final Pattern COMPLAINT = Pattern.compile("(?m)^.*\\b(?:WARN|ERROR)\\b.*$");

  private HugoSite() {}

  static boolean canBuild() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "hugo")));
  }

  /**
   * Unzips a folder into an empty site and builds it. Fails if hugo complains of anything but links
   * that lead out of the folder, and if a page of it is not there afterwards.
   *
   * @return the folders' pages that links lead to which the zip does not hold
   */
  static List<String> build(byte[] zip) {
    Path site = null;
    try {
      site = Files.createTempDirectory("hugo-site");
      Files.writeString(site.resolve("config.toml"), CONFIGURATION);
      Path layouts = Files.createDirectories(site.resolve("layouts/_default"));
      Files.writeString(layouts.resolve("single.html"), LAYOUT);
      List<String> pages = unzip(zip, site.resolve("content"));
      String said = Samples.run(site, List.of("hugo", "--source", site.toString()));
      List<String> outward =
          COMPLAINT.matcher(said).results().map(found -> elsewhere(found.group(), pages)).toList();
      for (String page : pages) {
        assertThat(site.resolve("public").resolve(address(page)))
            .as("built from %s: %s", page, said)
            .isNotEmptyFile();
      }
      return outward;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(site);
    }
  }

  /** Where hugo puts a page: by its path in lower case, blanks as dashes. */
  private static String address(String page) {
    return page.toLowerCase(Locale.ROOT).replace(' ', '-').replaceFirst("\\.md$", "/index.html");
  }

  private static String elsewhere(String complaint, List<String> pages) {
    var ref = ELSEWHERE.matcher(complaint);
    assertThat(ref.find()).as("hugo complains: %s", complaint).isTrue();
    assertThat(pages).as(complaint).doesNotContain(ref.group(1));
    return ref.group(1);
  }

  private static List<String> unzip(byte[] zip, Path content) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = content.resolve(entry.getName()).normalize();
        assertThat(file).as("stays in the folder").startsWithRaw(content);
        Files.createDirectories(file.getParent());
        Files.write(file, in.readAllBytes());
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static void delete(@Nullable Path site) {
    if (site == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(site)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
