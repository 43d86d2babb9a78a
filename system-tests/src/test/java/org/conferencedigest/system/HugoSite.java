package org.conferencedigest.system;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Builds what {@code hugo.zip} holds with the real hugo, if it is on this machine. */
final class HugoSite {

  private static final String CONFIGURATION =
      """
      baseURL = "https://blog.example/below/"
      disableKinds = ["taxonomy", "term", "RSS", "home", "section"]
      """;

  private static final String LAYOUT = "<h1>{{ .Title }}</h1>\n{{ .Content }}\n";

  private static final Pattern COMPLAINT = Pattern.compile("(?m)^.*\\b(?:WARN|ERROR)\\b.*$");

  /** Tells Hugo of a page and is none. */
  private static final String PLACEHOLDER = "render = \"link\"";

  private HugoSite() {}

  static boolean canBuild() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "hugo")));
  }

  /**
   * Unzips a folder into an empty site and builds it. Fails if hugo complains of anything, if a
   * page of the folder is not there afterwards, or if a page is there that is none of the folder's.
   *
   * @return the HTML of the pages, by their addresses from the site's root
   */
  static Map<String, String> build(byte[] zip) {
    return build(zip, Map.of());
  }

  /**
   * The same in a site that has files already.
   *
   * @param own the site's own files, by their paths below its content
   */
  static Map<String, String> build(byte[] zip, Map<String, String> own) {
    Path site = null;
    try {
      site = Files.createTempDirectory("hugo-site");
      Files.writeString(site.resolve("config.toml"), CONFIGURATION);
      Path layouts = Files.createDirectories(site.resolve("layouts/_default"));
      Files.writeString(layouts.resolve("single.html"), LAYOUT);
      List<String> pages = unzip(zip, site.resolve("content"));
      for (Map.Entry<String, String> file : own.entrySet()) {
        Path path = site.resolve("content").resolve(file.getKey());
        assertThat(path).as("unzipping leaves the site's own files alone").doesNotExist();
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
        pages.add(file.getKey());
      }
      String said = Samples.run(site, List.of("hugo", "--source", site.toString()));
      assertThat(COMPLAINT.matcher(said).results().map(MatchResult::group)).as(said).isEmpty();
      Map<String, String> built = html(site.resolve("public"));
      assertThat(built.keySet())
          .as(said)
          .containsExactlyInAnyOrderElementsOf(pages.stream().map(HugoSite::address).toList());
      return built;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(site);
    }
  }

  private static Map<String, String> html(Path folder) throws IOException {
    Map<String, String> pages = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".html")).toList()) {
        pages.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return pages;
  }

  /** Where hugo puts a page: by its path in lower case, blanks as dashes. */
  private static String address(String page) {
    return page.toLowerCase(Locale.ROOT).replace(' ', '-').replaceFirst("\\.md$", "/index.html");
  }

  /** The pages that were unzipped, without placeholders. */
  private static List<String> unzip(byte[] zip, Path content) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = content.resolve(entry.getName()).normalize();
        assertThat(file).as("stays in the folder").startsWithRaw(content);
        Files.createDirectories(file.getParent());
        byte[] bytes = in.readAllBytes();
        Files.write(file, bytes);
        if (!new String(bytes, UTF_8).contains(PLACEHOLDER)) {
          names.add(entry.getName());
        }
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
