package org.conferencedigest.notes.importing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conferencedigest.events.Review;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.notes.Samples;
import org.conferencedigest.notes.frontmatter.Page;
import org.conferencedigest.notes.frontmatter.WrittenDate;
import org.conferencedigest.notes.note.NoteState;
import org.conferencedigest.notes.note.NoteSummary;
import org.conferencedigest.notes.recognition.SeenTalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Posts in the ways in which people write them, and in {@code posts/seen.txt} what is seen in each.
 * That file was once written by the code, and then read beside the posts; what a reader sees and
 * the code does not stands in it as a remark, which begins with {@code #}.
 */
class SeenPostsTest {

  private static final Path FOLDER = Path.of("src/test/resources/posts");

  static Stream<Path> posts() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("posts")
  void seesWhatAReaderSees(Path post) throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (String section : Files.readString(FOLDER.resolve("seen.txt")).split("(?m)^== ")) {
      int end = section.indexOf('\n');
      if (end > 0) {
        String lines = section.substring(end + 1).replaceAll("(?m)^#.*\\n?", "");
        expected.put(section.substring(0, end), lines.strip());
      }
    }

    assertThat(told(text(post))).isEqualTo(expected.get(String.valueOf(post.getFileName())));
  }

  /** Looked up in the file as lines of text, by nothing that recognises. */
  @ParameterizedTest
  @MethodSource("posts")
  void inventsNothing(Path post) {
    List<String> lines = text(post).lines().toList();
    List<Finding> talks =
        plan(text(post), List.of()).recognised().findings().stream()
            .filter(finding -> finding.note() != null && finding.talk() != null)
            .toList();
    for (int i = 0; i < talks.size(); i++) {
      SeenTalk talk = Objects.requireNonNull(talks.get(i).talk());
      int from = line(post, talks.get(i)) - 1;
      int to = i + 1 < talks.size() ? line(post, talks.get(i + 1)) - 1 : lines.size();
      String here = String.join("\n", lines.subList(from, to));
      String definitions =
          lines.stream().filter(line -> line.matches("\\[\\w+]: .*")).collect(joining("\n"));
      // A heading may be in other words than the title, which the text below it tells.
      boolean heading = talks.get(i).shape() == Claim.Shape.HEADING;
      assertThat(heading ? here : lines.get(from)).contains(talk.title());
      talk.speakers().forEach(speaker -> assertThat(here).contains(speaker.name()));
      talk.links()
          .forEach(
              link -> {
                String id = link.url().replaceFirst(".*[/=]", "");
                assertThat(here + definitions).as(link.url()).contains(id);
              });
    }
  }

  @ParameterizedTest
  @MethodSource("posts")
  void givesBackEachByte(Path post) {
    assertThat(plan(text(post), List.of()).exact()).isTrue();
    assertThat(Page.parse(text(post)).text()).isEqualTo(text(post));
  }

  @ParameterizedTest
  @MethodSource("posts")
  void seesTheSameWhenItsNotesAreThere(Path post) {
    Plan first = plan(text(post), List.of());
    Plan second = plan(text(post), stored(first));

    assertThat(second.reviews()).isEqualTo(first.reviews());
    assertThat(second.recognised().outline()).isEqualTo(first.recognised().outline());
    assertThat(second.exact()).isTrue();
  }

  @Test
  void seesTheTalksOfTheSamples() {
    Map<String, String> samples = Samples.pages("posts");

    assertThat(titles(samples, "jguegant_trip-report-cppcon-2018.md"))
        .hasSize(
            count(
                samples,
                "jguegant_trip-report-cppcon-2018.md",
                "### \\[(Keynote|Talk)].*|- .* - by .*"))
        .contains(
            "Concepts: The Future of Generic Programming (the future is here) [Bjarne Stroustrup]",
            "RVO is Harder than it Looks: the story of -Wreturn-std-move [Arthur O'Dwyer]",
            "Spectre: Secrets, Side-Channels, Sandboxes, and Security [Chandler Carruth]");
    assertThat(titles(samples, "bedrock_2015-04-16-mixit-2015-jour-1.md"))
        .containsExactly(
            "The three ages of innovation [Dan North]",
            "Le pourquoi du pourquoi de l'agilité [Cédric Bodin]",
            "Solution focus in team [Vincent Daviet, Géry Derbier]",
            "Si le TDD est mort, alors pratiquons une autopsie [Thomas Pierrain, Bruno Boucard]");
    assertThat(titles(samples, "bedrock_2024-04-09-kubecon-europe-2024.md"))
        .hasSize(count(samples, "bedrock_2024-04-09-kubecon-europe-2024.md", "⏩.\\[.*"))
        .contains("Federated IAM for Kubernetes with OpenFGA [Jonathan Whitaker]");
    assertThat(titles(samples, "endpoint_2018-04-railsconf-2018-day-one.md"))
        .containsExactly(
            "Scaling the Artisan [Coraline Ada Ehmke]",
            "An Atypical Performance Talk [Chris Arcand]");
    assertThat(titles(samples, "alexdmoss_KubeCon-The-Keynotes.md")).hasSize(4);
  }

  /** The lines of a sample that look so: how its author writes a talk. */
  private static int count(Map<String, String> samples, String name, String line) {
    return (int)
        Objects.requireNonNull(samples.get(name)).lines().filter(l -> l.matches(line)).count();
  }

  private static List<String> titles(Map<String, String> samples, String name) {
    Plan plan = plan(Objects.requireNonNull(samples.get(name)), List.of());
    assertThat(plan.exact()).isTrue();
    List<String> titles = new ArrayList<>();
    for (Finding finding : plan.recognised().findings()) {
      SeenTalk talk = finding.talk();
      if (finding.note() != null && talk != null) {
        titles.add(talk.title() + " " + talk.speakers().stream().map(Speaker::name).toList());
      }
    }
    return titles;
  }

  /** What was seen, a line for each talk, section and tier. */
  private static String told(String post) {
    Plan plan = plan(post, List.of());
    StringJoiner told = new StringJoiner("\n");
    for (Finding finding : plan.recognised().findings()) {
      SeenTalk talk = finding.talk();
      String note = finding.note();
      if (note == null || talk == null) {
        continue;
      }
      int line = line(post, finding);
      Review review = plan.reviews().get(note);
      told.add(
          "%d %s \"%s\" %s %s%s"
              .formatted(
                  line,
                  finding.shape().name().toLowerCase(java.util.Locale.ROOT),
                  talk.title(),
                  talk.speakers().stream().map(Speaker::name).toList(),
                  talk.links().stream().map(link -> link.kind().word()).toList(),
                  review == null || review.verdict() == null ? "" : " " + review.verdict().word()));
    }
    plan.recognised()
        .parts()
        .forEach(
            part ->
                told.add(
                    "section %s %s %d"
                        .formatted(part.slug(), part.date(), plan.recognised().entriesIn(part))));
    plan.recognised()
        .tiers()
        .forEach(tier -> told.add("tier " + tier.verdict().word() + " " + tier.items().size()));
    return told.toString();
  }

  private static int line(Path post, Finding finding) {
    return line(text(post), finding);
  }

  /** Where a talk begins, counted from 1. */
  private static int line(String post, Finding finding) {
    int body = Page.parse(post).frontMatter().raw().length();
    return (int) post.substring(0, body + finding.at()).chars().filter(c -> c == '\n').count() + 1;
  }

  private static List<NoteSummary> stored(Plan plan) {
    return plan.seen().stream()
        .map(
            note -> {
              Review review = Objects.requireNonNull(plan.reviews().get(note.slug()));
              return new NoteSummary(
                  note.slug(),
                  "ann",
                  NoteState.PUBLISHED,
                  note.talk().title(),
                  note.date(),
                  List.of(),
                  review.verdict(),
                  review.entry(),
                  review.recommendation(),
                  review.section(),
                  review.position(),
                  review.rank(),
                  Instant.EPOCH,
                  Instant.EPOCH);
            })
        .toList();
  }

  private static Plan plan(String post, List<NoteSummary> stored) {
    Page page = Page.parse(post);
    return Plan.of(
        page.body(),
        stored,
        Map.of(),
        List.of(),
        new Plan.Setting(
            "kelp",
            false,
            ZoneOffset.UTC,
            null,
            page.frontMatter().date().orElse(new WrittenDate("2031-05-09")),
            Set.of("summary"),
            500));
  }

  private static String text(Path post) {
    try {
      return Files.readString(post);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
