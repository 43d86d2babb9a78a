package org.conferencedigest.notes.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.notes.Service.ANN;
import static org.conferencedigest.notes.Service.EDITOR;
import static org.conferencedigest.notes.Service.NOBODY;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.conferencedigest.notes.Answer;
import org.conferencedigest.notes.Samples;
import org.conferencedigest.notes.Service;
import org.conferencedigest.notes.Stored;
import org.conferencedigest.notes.Zips;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {

  private static final Service SERVICE = Service.start();

  private static final Map<String, String> FOLDER =
      Map.of(
          "kelp/2031/index.md",
          """
          ---
          title: "Kelp Days, summed up"
          date: 2031-05-09
          layout: wide   # kept
          ---
          Two days of seaweed.

          ## In short
          The best of all:
           * [The forest]({{< ref "kelp/2031/forest.md" >}})

          ## Tuesday, May 6
          I went into [the forest]({{< ref "kelp/2031/forest.md" >}}).

          Then came [lunch]({{< ref "kelp/2031/lunch.md" >}}), at last.
          """,
          "kelp/2031/forest.md",
          "+++\ntitle = \"The forest\"\ndate = 2031-05-06T10:00:00\n+++\n\nGreen.\n",
          "kelp/2031/lunch.md",
          "+++\ntitle = \"Lunch\"\ndate = 2031-05-06T12:00:00\n+++\nSoup.\n",
          "kelp/2031/aside.md",
          "# An aside\n",
          "kelp/2031/later.md",
          "+++\ntitle = \"Later\"\ndraft = true\n+++\n",
          "kelp/2031/photo.jpg",
          "no page",
          "__MACOSX/kelp/2031/._lunch.md",
          "no page");

  @AfterAll
  static void stop() {
    SERVICE.close();
  }

  @Test
  void importsAFolderWithItsPost() {
    Answer imported = zip("folder", Zips.of(FOLDER)).is(200);

    assertThat(imported.at("outcome")).isEqualTo("created");
    assertThat(imported.at("post")).isEqualTo("index.md");
    assertThat(imported.at("created")).isEqualTo(List.of("aside", "forest", "later", "lunch"));
    assertThat(imported.each("sections", "slug")).containsExactly("in-short", "tuesday-may-6");
    assertThat(imported.each("tiers", "verdict")).containsExactly("best");
    assertThat(imported.at("entries")).hasToString("2");
    assertThat(imported.at("unlisted")).isEqualTo(List.of("aside"));
    assertThat(imported.at("exact")).isEqualTo(true);
    assertThat(imported.at("problems")).isEqualTo(List.of());
    assertThat(imported.after()).containsEntry("conference", 1L).containsEntry("notes/lunch", 1L);
    Answer conference = SERVICE.get("/folder", NOBODY).is(200);
    assertThat(conference.at("title")).isEqualTo("Kelp Days, summed up");
    assertThat(conference.at("startDate")).isEqualTo("2031-05-06");
    assertThat(conference.at("digest", "path")).isEqualTo("kelp/2031");
    assertThat(conference.at("digest", "fileName")).isEqualTo("index.md");
    assertThat((String) conference.at("digest", "frontMatter")).contains("layout: wide   # kept");
    Answer forest = SERVICE.get("/folder/notes/forest", NOBODY).is(200);
    assertThat(forest.at("author")).isEqualTo("eve");
    assertThat(forest.at("review", "verdict")).isEqualTo("best");
    assertThat(forest.at("review", "entry")).isEqualTo("I went into [the forest](note:forest).");
    assertThat(SERVICE.get("/folder/notes/lunch", NOBODY, "Accept", "text/markdown").text())
        .isEqualTo(FOLDER.get("kelp/2031/lunch.md"));
    SERVICE.get("/folder/notes/later", NOBODY).isProblem(404);
    assertThat(events("folder"))
        .containsExactly("folder", "folder/aside", "folder/forest", "folder/lunch");
  }

  @Test
  void importsPagesThatEndInMarkdownInFull() {
    Map<String, String> folder = new HashMap<>();
    FOLDER.forEach(
        (path, text) ->
            folder.put(path.replace(".md", ".markdown"), text.replace(".md", ".markdown")));

    Answer imported = zip("in-full", Zips.of(folder)).is(200);

    assertThat(imported.at("post")).isEqualTo("index.markdown");
    assertThat(imported.at("created")).isEqualTo(List.of("aside", "forest", "later", "lunch"));
    assertThat(imported.at("entries")).hasToString("2");
    assertThat(imported.at("exact")).isEqualTo(true);
    assertThat(imported.at("problems")).isEqualTo(List.of());
    assertThat(SERVICE.get("/in-full", NOBODY).at("digest", "fileName"))
        .isEqualTo("index.markdown");
    assertThat(markdown("in-full", "# Kelp\n", "?name=kelp.markdown").is(200).at("exact"))
        .isEqualTo(true);
  }

  @Test
  void changesNothingWhenTheSameIsImportedAgain() {
    zip("again", Zips.of(FOLDER)).is(200);
    int events = events("again").size();

    Answer again = zip("again", Zips.of(FOLDER)).is(200);

    assertThat(again.at("outcome")).isEqualTo("unchanged");
    assertThat(again.at("unchanged")).isEqualTo(List.of("aside", "forest", "later", "lunch"));
    assertThat(again.after()).isEqualTo(Map.of("conference", 1L));
    assertThat(events("again")).hasSize(events);
  }

  @Test
  void importsAPostIntoAConferenceWhoseNotesAreThere() {
    SERVICE.put("/post", EDITOR, "{\"title\": \"Kelp\"}").is(201);
    for (String note : List.of("forest", "lunch", "aside")) {
      SERVICE.putPage("/post/notes/" + note, ANN, page(note)).is(201);
    }
    String post = page("index");

    Answer first = markdown("post", post, "?name=index.md").is(200);
    Answer renamed = markdown("post", post, "?name=summary.md").is(200);

    assertThat(first.at("outcome")).isEqualTo("changed");
    assertThat(first.at("changed")).isEqualTo(List.of("aside", "forest", "lunch"));
    assertThat(first.at("exact")).isEqualTo(true);
    assertThat(SERVICE.get("/post", NOBODY).at("title")).isEqualTo("Kelp");
    assertThat(SERVICE.get("/post/notes/lunch", NOBODY).at("author")).isEqualTo("ann");
    assertThat(SERVICE.get("/post/notes/aside", NOBODY).at("review", "section"))
        .isEqualTo("unlisted");
    assertThat(renamed.at("outcome")).isEqualTo("changed");
    assertThat(renamed.at("changed")).isEqualTo(List.of());
    assertThat(SERVICE.get("/post", NOBODY).at("digest", "fileName")).isEqualTo("summary.md");
  }

  @Test
  void tellsOfLinksThatLeadNowhere() {
    Answer imported =
        markdown("dead", "# A\n\nSee [x](note:x) and\n[y]({{< ref \"dead/y.md\" >}}).\n", "")
            .is(200);

    assertThat(imported.each("problems", "line")).containsExactly("3", "4");
    assertThat(imported.at("problems", 0, "sentence"))
        .isEqualTo("It links to x, which is no note here: readers see plain text.");
    assertThat(SERVICE.get("/dead", NOBODY).at("title")).isEqualTo("dead");
  }

  private static final String HEADINGS =
      """
      Title: Kelp, talk by talk
      Date: 2031-05-09

      It rained.

      ## The forest - Ada Moss

      - Slides: [link](https://example.org/forest.pdf)
      - Video: [link](https://youtu.be/aaaaaaaaaa1)

      Green, and deep.

      ## Broth - Bo Flint

      [Video](https://youtu.be/aaaaaaaaaa2)

      Soup.

      ## Conclusion

      Wet.
      """;

  @Test
  void makesANoteOfEachTalkThatAPostHolds() {
    Answer imported = markdown("held", HEADINGS, "?name=kelp.md").is(200);

    assertThat(imported.at("created")).isEqualTo(List.of("broth", "the-forest"));
    assertThat(imported.at("exact")).isEqualTo(true);
    assertThat(imported.each("talks", "title")).containsExactly("The forest", "Broth");
    assertThat(imported.each("talks", "line")).containsExactly("6", "13");
    assertThat(imported.each("talks", "note")).containsExactly("the-forest", "broth");
    assertThat(imported.each("talks", "form")).containsOnly("heading");
    assertThat((Double) imported.at("talks", 0, "confidence")).isBetween(0.7, 1.0);
    Answer note = SERVICE.get("/held/notes/the-forest", NOBODY).is(200);
    assertThat(note.at("title")).isEqualTo("The forest");
    assertThat(note.at("date")).isEqualTo("2031-05-09");
    assertThat((String) note.at("body")).startsWith("- Slides:").endsWith("Green, and deep.\n");
    assertThat((String) note.at("review", "entry"))
        .startsWith("## The forest - Ada Moss\n\n- Slides:")
        .endsWith("Green, and deep.");
    Answer talk = SERVICE.get("/held/talks/the-forest", NOBODY).is(200);
    assertThat(note.at("talks")).isEqualTo(List.of("the-forest"));
    assertThat(talk.at("speakers", 0, "name")).isEqualTo("Ada Moss");
    assertThat(talk.each("links", "kind")).containsExactly("slides", "recording");
    assertThat((String) SERVICE.get("/held", NOBODY).at("digest", "frontMatter"))
        .isEqualTo("Title: Kelp, talk by talk\nDate: 2031-05-09\n\n");
    assertThat(events("held")).containsExactly("held", "held/broth", "held/the-forest");
  }

  @Test
  void changesNothingWhenTheSamePostIsImportedAgain() {
    markdown("twice", HEADINGS, "").is(200);
    int events = events("twice").size();

    Answer again = markdown("twice", HEADINGS, "").is(200);

    assertThat(again.at("outcome")).isEqualTo("unchanged");
    assertThat(again.at("unchanged")).isEqualTo(List.of("broth", "the-forest"));
    assertThat(again.after()).isEqualTo(Map.of("conference", 1L));
    assertThat(events("twice")).hasSize(events);
  }

  @Test
  void changesTheNoteOfTheTextThatChanged() {
    markdown("other", HEADINGS, "").is(200);
    int events = events("other").size();

    Answer changed = markdown("other", HEADINGS.replace("Soup.", "Fish."), "").is(200);

    assertThat(changed.at("changed")).isEqualTo(List.of("broth"));
    assertThat(changed.at("unchanged")).isEqualTo(List.of("the-forest"));
    assertThat((String) SERVICE.get("/other/notes/broth", NOBODY).at("body")).contains("Fish.");
    assertThat(events("other").subList(events, events("other").size()))
        .containsExactly("other/broth");
  }

  @Test
  void keepsThePageThatAnAuthorWroteSince() {
    markdown("own", HEADINGS, "").is(200);
    String own = "+++\ntitle = \"Broth\"\ndate = 2031-05-09\n+++\nAll about soup.\n";
    SERVICE.putPage("/own/notes/broth", EDITOR, own).is(200);

    markdown("own", HEADINGS.replace("Soup.", "Fish."), "").is(200);

    assertThat(SERVICE.get("/own/notes/broth", NOBODY, "Accept", "text/markdown").text())
        .isEqualTo(own);
    assertThat((String) SERVICE.get("/own/notes/broth", NOBODY).at("review", "entry"))
        .contains("Fish.");
  }

  @Test
  void findsTheTalksOfTheProgramme() {
    SERVICE.put("/found", EDITOR, "{\"title\": \"Kelp\"}").is(201);
    SERVICE
        .put(
            "/found/talks/f1",
            EDITOR,
            "{\"title\": \"The Forest\", \"speakers\": [{\"name\": \"Ada M. Moss\"}], \"room\":"
                + " \"A\"}")
        .is(201);

    markdown("found", HEADINGS, "").is(200);

    assertThat(SERVICE.get("/found/notes/the-forest", NOBODY).at("talks")).isEqualTo(List.of("f1"));
    Answer talk = SERVICE.get("/found/talks/f1", NOBODY);
    assertThat(talk.at("room")).isEqualTo("A");
    assertThat(talk.each("speakers", "name")).containsExactly("Ada M. Moss");
    assertThat(talk.each("links", "kind")).containsExactly("slides", "recording");
    SERVICE.get("/found/talks/the-forest", NOBODY).isProblem(404);
  }

  @Test
  void leavesADraftOfTheSameTalkADraft() {
    SERVICE.put("/draft", EDITOR, "{\"title\": \"Kelp\"}").is(201);
    SERVICE
        .putPage("/draft/notes/broth", ANN, "+++\ntitle = \"Broth\"\ndraft = true\n+++\nNot yet.\n")
        .is(201);

    Answer imported = markdown("draft", HEADINGS, "").is(200);

    assertThat(imported.at("created")).isEqualTo(List.of("the-forest"));
    assertThat(imported.at("exact")).isEqualTo(true);
    SERVICE.get("/draft/notes/broth", NOBODY).isProblem(404);
  }

  @Test
  void takesAPostWhoseFrontMatterCannotBeReadAsItIs() {
    String post = "---\ntitle: a: b\n---\n\nWords.\n";

    Answer imported = markdown("unread", post, "").is(200);

    assertThat(imported.at("exact")).isEqualTo(true);
    assertThat(imported.at("problems", 0, "line")).hasToString("2");
    assertThat((String) imported.at("problems", 0, "sentence")).contains("front matter");
    assertThat(SERVICE.get("/unread", NOBODY).at("digest", "frontMatter"))
        .isEqualTo("---\ntitle: a: b\n---\n");
  }

  @Test
  void givesAPostWithoutFrontMatterNone() {
    markdown("bare", "# Words\n\nAnd more.\n", "").is(200);

    assertThat(SERVICE.get("/bare", NOBODY).at("digest", "frontMatter")).isEqualTo("");
  }

  @Test
  void takesPagesWhoseFrontMatterCannotBeReadAsTheyAre() {
    Map<String, String> folder =
        Map.of(
            "2031-05-06-a.md", "+++\ntitle = \n+++\n# A\n", "b.md", "---\ndate: soon\n---\n# B\n");

    Answer imported = zip("unread-pages", Zips.of(folder)).is(200);

    assertThat(imported.at("created")).isEqualTo(List.of("2031-05-06-a", "b"));
    assertThat(imported.each("problems", "file")).contains("2031-05-06-a.md", "b.md");
    Answer a = SERVICE.get("/unread-pages/notes/2031-05-06-a", NOBODY);
    assertThat(a.at("title")).isEqualTo("A");
    assertThat(a.at("date")).isEqualTo("2031-05-06");
    assertThat(
            SERVICE
                .get("/unread-pages/notes/2031-05-06-a", NOBODY, "Accept", "text/markdown")
                .text())
        .isEqualTo(folder.get("2031-05-06-a.md"));
  }

  static Stream<Arguments> refusedZips() {
    byte[] honest = Zips.of(Map.of("a.md", "# A\n"));
    byte[] zeros = new byte[140_000_000];
    return Stream.of(
        Arguments.of("no zip", "words".getBytes(UTF_8), 422),
        Arguments.of("cut off", Arrays.copyOf(honest, 40), 422),
        Arguments.of("without pages", Zips.of(Map.of("a.txt", "x")), 422),
        Arguments.of("climbing", Zips.of(Map.of("../a.md", "# A\n")), 422),
        Arguments.of("climbing deep", Zips.of(Map.of("a/../../a.md", "# A\n")), 422),
        Arguments.of("absolute", Zips.of(Map.of("/a.md", "# A\n")), 422),
        Arguments.of("with a backslash", Zips.of(Map.of("..\\a.md", "# A\n")), 422),
        Arguments.of("with a drive", Zips.of(Map.of("C:a.md", "# A\n")), 422),
        Arguments.of("with a NUL in a name", Zips.of(Map.of("a\0.md", "# A\n")), 422),
        Arguments.of("with a NUL", Zips.of(Map.of("a.md", "# A\n\0")), 422),
        Arguments.of(
            "no UTF-8", Zips.ofBytes(Map.of("a.md", new byte[] {'#', ' ', (byte) 0xff})), 422),
        Arguments.of("two of one slug", Zips.of(Map.of("a b.md", "# A\n", "a-b.md", "# B\n")), 422),
        Arguments.of("a huge page", Zips.ofBytes(Map.of("a.md", new byte[2_000_000])), 413),
        Arguments.of("a bomb", Zips.ofBytes(Map.of("a.bin", zeros, "a.md", new byte[0])), 413),
        Arguments.of("many files", Zips.ofMany(25_001), 413));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void refusedZips(String what, byte[] archive, int status) {
    Answer refused = zip("refused", archive).isProblem(status);

    assertThat(refused.at("detail")).asString().isNotBlank();
    SERVICE.get("/refused", EDITOR).isProblem(404);
  }

  @Test
  void takesAnArchiveAsLargeAsIsSaidAndNoLarger() {
    int bound = 33_554_432;
    byte[] page = Zips.of(Map.of("a.md", "# A\n"));
    // An archive may have anything before it: its directory is found from its end.
    byte[] largest = new byte[bound];
    System.arraycopy(page, 0, largest, bound - page.length, page.length);

    assertThat(zip("largest", largest).status()).isNotEqualTo(413);
    zip("larger", new byte[bound + 1]).isProblem(413);
  }

  @Test
  void letsEditorsAloneImport() {
    byte[] honest = Zips.of(Map.of("a.md", "# A\n"));
    String path = "/mine/content";
    SERVICE
        .sendBytes("POST", path, NOBODY, honest, "Content-Type", "application/zip")
        .isProblem(401);
    SERVICE.sendBytes("POST", path, ANN, honest, "Content-Type", "application/zip").isProblem(403);
    SERVICE.sendBytes("POST", path, EDITOR, honest, "Content-Type", "image/png").isProblem(415);
    SERVICE
        .sendBytes("POST", "/A/content", EDITOR, honest, "Content-Type", "application/zip")
        .isProblem(422, "#conference");
    assertThat(SERVICE.get(path, EDITOR).isProblem(405).header("Allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..%2Fa.md", "a", ".md", "a%00.md", "a.html"})
  void refusesNamesThatAreNoFilesName(String name) {
    markdown("name", "words", "?name=" + name).isProblem(422, "#name");
  }

  @Test
  void importsTheSampleWhole() {
    Map<String, String> pages = Samples.pages("spark-2020/content");

    Answer imported = zip("spark-2020", Zips.of(pages)).is(200);

    assertThat((List<?>) imported.at("created")).hasSize(19);
    assertThat(imported.each("sections", "slug"))
        .containsExactly("tl-dr", "wednesday-june-24", "thursday-june-25", "friday-june-26");
    assertThat(imported.each("sections", "entries")).containsExactly("0", "6", "7", "6");
    assertThat(imported.each("tiers", "recommendations")).containsExactly("3", "3");
    assertThat(imported.at("entries")).hasToString("19");
    assertThat(imported.at("exact")).isEqualTo(true);
    assertThat(imported.at("problems")).isEqualTo(List.of());
    pages.forEach(
        (name, text) -> {
          if (!name.equals("summary.md")) {
            String path = "/spark-2020/notes/" + name.replace(".md", "");
            assertThat(SERVICE.get(path, NOBODY, "Accept", "text/markdown").text()).isEqualTo(text);
          }
        });
    assertThat(zip("spark-2020", Zips.of(pages)).is(200).at("outcome")).isEqualTo("unchanged");
  }

  @Test
  void importsEachStepOfTheSamplesHistory() {
    Map<String, String> folder = new TreeMap<>();
    Answer imported = null;
    for (Patch patch : Patch.all(Samples.folder("spark-2020/history"))) {
      patch.apply(folder);
      imported = zip("steps", Zips.of(folder)).is(200);
      boolean hasPost = folder.containsKey("index.md") || folder.containsKey("summary.md");
      assertThat(imported.at("exact")).isEqualTo(hasPost);
    }

    assertThat(folder).isEqualTo(Samples.pages("spark-2020/content"));
    assertThat(Objects.requireNonNull(imported).at("post")).isEqualTo("summary.md");
    assertThat((List<?>) imported.at("unchanged")).hasSize(19);
  }

  private static String page(String name) {
    return Objects.requireNonNull(FOLDER.get("kelp/2031/" + name + ".md"));
  }

  private static Answer zip(String conference, byte[] archive) {
    return SERVICE.sendBytes(
        "POST", "/" + conference + "/content", EDITOR, archive, "Content-Type", "application/zip");
  }

  private static Answer markdown(String conference, String post, String query) {
    return SERVICE.sendBytes(
        "POST",
        "/" + conference + "/content" + query,
        EDITOR,
        post.getBytes(UTF_8),
        "Content-Type",
        "text/markdown");
  }

  private static List<String> events(String conference) {
    return Stored.events(SERVICE.database()).stream()
        .map(Stored.Event::key)
        .filter(key -> key.split("/")[0].equals(conference))
        .toList();
  }
}
