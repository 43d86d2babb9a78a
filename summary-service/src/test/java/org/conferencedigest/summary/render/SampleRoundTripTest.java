package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.conferencedigest.events.ConferenceContent;
import org.conferencedigest.events.DigestSettings;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.ReviewedNote;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.summary.digest.ConferenceState;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.Section;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A real post, taken apart by hand, comes back byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleRoundTripTest {

  private static final Pattern REF =
      Pattern.compile("\\{\\{< ref \"spark/2020/([a-z_]+)\\.md\" >}}");
  private static final String PUBLIC_URL = "https://digest.example.org";

  private final Map<String, Review> reviews = new HashMap<>();
  private String post = "";
  private DigestDocument document = DigestDocument.of(Samples.nothing());
  private Path content = Path.of("");

  @BeforeAll
  void takeApart() throws IOException {
    content = Samples.folder().resolve("spark-2020/content");
    Assumptions.assumeTrue(
        Files.isDirectory(content), "no samples there: set DIGEST_SAMPLES to their folder");
    post = Files.readString(content.resolve("summary.md"));
    int bodyStart = post.indexOf("+++\n", 4) + 4;
    String outline = outline(post.substring(bodyStart));
    document =
        DigestDocument.of(
            new ConferenceState(
                "spark-2020",
                new ConferenceContent(
                    "Spark + AI Summit 2020",
                    LocalDate.of(2020, 6, 22),
                    LocalDate.of(2020, 6, 26),
                    "America/Los_Angeles",
                    null,
                    outline,
                    new DigestSettings(
                        "Spark 2020 Summary",
                        null,
                        post.substring(0, bodyStart),
                        "spark/2020",
                        "summary.md")),
                notes()));
  }

  /** Replaces the bullets and the paragraphs under days by slots, and keeps them as reviews. */
  private String outline(String body) {
    StringBuilder outline = new StringBuilder();
    for (String part : body.split("(?m)(?=^## )")) {
      String heading = part.lines().findFirst().orElse("");
      if (heading.equals("## tl;dr")) {
        outline.append(tiers(part));
      } else if (heading.startsWith("## ")) {
        outline.append(heading).append('\n').append(day(heading, part));
      } else {
        outline.append(part);
      }
    }
    return outline.toString();
  }

  private String tiers(String part) {
    StringBuilder outline = new StringBuilder();
    int rank = 0;
    Verdict verdict = Verdict.BEST;
    for (String line : part.split("(?<=\n)")) {
      if (!line.startsWith(" * ")) {
        verdict = rank > 0 ? Verdict.WORTH_WATCHING : Verdict.BEST;
        outline.append(line);
      } else {
        if (!outline.toString().endsWith(" -->\n")) {
          outline.append("<!-- digest:tier " + verdict.word() + " bullet=\" * \" -->\n");
        }
        String text = line.substring(3, line.length() - 1);
        review(text, new Review(verdict, null, text, null, null, rank++));
      }
    }
    return outline.toString();
  }

  private String day(String heading, String part) {
    String text = part.substring(heading.length() + 1);
    int end = text.length();
    while (text.charAt(end - 1) == '\n') {
      end--;
    }
    String slug = heading.substring(3, 6).toLowerCase(Locale.ROOT);
    String date = "2020-06-" + heading.substring(heading.length() - 2);
    int position = 0;
    for (String entry : text.substring(0, end).split("\n\n")) {
      review(entry, new Review(null, entry, null, slug, position++, null));
    }
    return "<!-- digest:entries " + slug + " date=\"" + date + "\" -->" + text.substring(end);
  }

  private void review(String text, Review review) {
    Matcher ref = REF.matcher(text);
    assertThat(ref.find()).isTrue();
    reviews.merge(
        ref.group(1),
        review,
        (a, b) ->
            new Review(
                a.verdict(), b.entry(), a.recommendation(), b.section(), b.position(), a.rank()));
  }

  private Map<String, ReviewedNote> notes() throws IOException {
    Map<String, ReviewedNote> notes = new LinkedHashMap<>();
    try (var files = Files.list(content)) {
      for (Path file : files.filter(f -> !f.endsWith("summary.md")).toList()) {
        String page = Files.readString(file);
        int bodyStart = page.indexOf("+++\n", 4) + 4;
        String slug = file.getFileName().toString().replace(".md", "");
        notes.put(
            slug,
            new ReviewedNote(
                "author",
                page.lines()
                    .filter(l -> l.startsWith("title = "))
                    .findFirst()
                    .orElse("")
                    .replaceAll("title = |\"", ""),
                page.lines()
                    .filter(l -> l.startsWith("date = "))
                    .findFirst()
                    .orElse("")
                    .replace("date = ", ""),
                page.substring(0, bodyStart),
                page.substring(bodyStart),
                reviews.getOrDefault(slug, Review.NONE),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH));
      }
    }
    return notes;
  }

  @Test
  void hugoIsThePostByteForByte() {
    assertThat(Renderings.render(document, Format.HUGO, PUBLIC_URL).text()).isEqualTo(post);
  }

  @Test
  void zipHoldsThePostAndThePagesByteForByte() throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    HugoZip.of(document).writeTo(zip);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    assertThat(files.remove("spark/2020/spark/automated_modeling.md"))
        .contains("url = \"/spark/automated_modeling/\"", "render = \"link\"");
    assertThat(files).hasSize(20);
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(file.getKey()).startsWith("spark/2020/");
      Path original = content.resolve(file.getKey().substring("spark/2020/".length()));
      assertThat(file.getValue()).isEqualTo(Files.readString(original));
    }
  }

  @Test
  void sectionsAreTheHeadings() {
    assertThat(document.sections())
        .extracting(Section::id)
        .containsExactly("tl-dr", "wednesday-june-24", "thursday-june-25", "friday-june-26");
    assertThat(document.sections())
        .extracting(Section::date)
        .containsExactly(
            null, LocalDate.of(2020, 6, 24), LocalDate.of(2020, 6, 25), LocalDate.of(2020, 6, 26));
  }

  @Test
  void portableMarkdownHasNothingOfHugo() {
    String text = Renderings.render(document, Format.MARKDOWN, PUBLIC_URL).text();
    assertThat(text)
        .startsWith("# Spark 2020 Summary\n\n")
        .contains("](https://digest.example.org/conferences/spark-2020/notes/data_quality_netflix)")
        .doesNotContain("{{", "<!--more-->", "+++");
  }

  @Test
  void htmlHasAllEntries() {
    String html = Renderings.render(document, Format.HTML, PUBLIC_URL).text();
    assertThat(html.split("<article class=\"entry\"", -1)).hasSize(20);
    assertThat(html.split("<ul class=\"tier\"", -1)).hasSize(3);
    assertThat(html).contains("href=\"/conferences/spark-2020/notes/data_quality_netflix\"");
  }

  @Test
  void jsonHasAllParts() {
    String json = Renderings.render(document, Format.JSON, PUBLIC_URL).text();
    assertThat(json.split("\"kind\":\"tier\"", -1)).hasSize(3);
    assertThat(json.split("\"kind\":\"entries\"", -1)).hasSize(4);
    assertThat(json.split("\"level\":2", -1)).hasSize(5);
    assertThat(json.split("\\{\"slug\":\"[a-z_]+\",\"title\"", -1)).hasSize(20);
  }
}
