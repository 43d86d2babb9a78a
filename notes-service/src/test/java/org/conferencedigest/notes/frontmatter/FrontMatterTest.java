package org.conferencedigest.notes.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontMatterTest {

  private static final String TOML =
      """
      +++
      # about lunch
      title = "Lunch"   # as printed
      date = 2031-05-06T12:30:00
      draft = true
      categories = ["food", 'x#y']
      weight = 3

      [extra]
      title = "not this one"
      +++
      """;

  private static final String YAML =
      """
      ---
      # about lunch
      title: Lunch   # as printed
      date: 2031-05-06 12:30:00 +0200
      draft: true
      tags: [ "food", x ]
      aliases:
      - /lunch/

      # the end
      ---
      """;

  private static final String JSON =
      """
      {
        "title": "Lunch",
        "date": "2031-05-06",
        "nested": {"title": "not this one"},
        "draft": true
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void readsKeysAndValuesUpToABlankLine(String eol) {
    String text =
        String.join(
            eol,
            "Title: Lunch: a report",
            "Date: 2031-05-06 12:30",
            "Tags: food,",
            "    soup",
            "Status: draft",
            "",
            "Body: text");
    Page page = Page.parse(text);

    assertThat(page.frontMatter().format()).isEqualTo(Format.PAIRS);
    assertThat(page.frontMatter().title()).hasValue("Lunch: a report");
    assertThat(page.frontMatter().date().orElseThrow().text()).isEqualTo("2031-05-06T12:30");
    assertThat(page.frontMatter().text("tags")).hasValue("food,\nsoup");
    assertThat(page.frontMatter().draft()).isTrue();
    assertThat(page.body()).isEqualTo("Body: text");
    FrontMatter edited = page.frontMatter().with("title", new Literal.Text("Dinner"));
    assertThat(edited.raw())
        .isEqualTo(page.frontMatter().raw().replace("Lunch: a report", "Dinner"));
    assertThat(page.frontMatter().with("draft", new Literal.Flag(false)).draft()).isFalse();
    assertThatThrownBy(() -> page.frontMatter().with("title", new Literal.Text("a\n\nb")))
        .isInstanceOf(UneditableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Note: this is prose.\n\nAnd more.",
        "Title without colon\n\n",
        "---\n\nBetween two lines.\n\n---\n",
        "http://example.org\n\n",
        "---\njust words\n---\n"
      })
  void takesProseForProse(String text) {
    Page page = Page.parse(text);

    assertThat(page.frontMatter().isAbsent()).isTrue();
    assertThat(page.frontMatter().problem()).isEmpty();
    assertThat(page.body()).isEqualTo(text);
  }

  @Test
  void readsYamlThatEndsInDots() {
    Page page = Page.parse("---\ntitle: Lunch\npublished: false\n...\nSoup.\n");

    assertThat(page.frontMatter().title()).hasValue("Lunch");
    assertThat(page.frontMatter().draft()).isTrue();
    assertThat(page.body()).isEqualTo("Soup.\n");
  }

  @Test
  void readsToml() {
    FrontMatter lunch = of(TOML);

    assertThat(lunch.format()).isEqualTo(Format.TOML);
    assertThat(lunch.title()).hasValue("Lunch");
    assertThat(lunch.date()).hasValue(new WrittenDate("2031-05-06T12:30:00"));
    assertThat(lunch.draft()).isTrue();
    assertThat(lunch.value("categories")).isEqualTo(List.of("food", "x#y"));
    assertThat(lunch.value("weight")).isEqualTo(3L);
  }

  @Test
  void readsYaml() {
    FrontMatter lunch = of(YAML);

    assertThat(lunch.format()).isEqualTo(Format.YAML);
    assertThat(lunch.title()).hasValue("Lunch");
    assertThat(lunch.date()).hasValue(new WrittenDate("2031-05-06T12:30:00+02:00"));
    assertThat(lunch.draft()).isTrue();
    assertThat(lunch.value("tags")).isEqualTo(List.of("food", "x"));
  }

  @Test
  void readsJson() {
    FrontMatter lunch = of(JSON);

    assertThat(lunch.format()).isEqualTo(Format.JSON);
    assertThat(lunch.title()).hasValue("Lunch");
    assertThat(lunch.date()).hasValue(new WrittenDate("2031-05-06"));
    assertThat(lunch.draft()).isTrue();
  }

  @Test
  void readsTheSettingsForTheDigest() {
    Map<String, Object> digest = Map.of("verdict", "best", "position", 10L);

    assertThat(of("+++\n[digest]\nverdict = \"best\"\nposition = 10\n+++\n").digest())
        .hasValue(digest);
    assertThat(of("---\ndigest: {verdict: best, position: 10}\n---\n").digest()).hasValue(digest);
    assertThat(of("{\"digest\": {\"verdict\": \"best\", \"position\": 10}}\n").digest())
        .hasValue(digest);
    assertThat(of("---\ndigest: best\n---\n").digest()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Just text.\n",
        "---\n",
        "---\nA rule above.\n",
        "---- \ntext\n----\n",
        "{{< figure src=\"a.png\" >}}\n",
        "{% include x %}\n",
        "{: .wide}\n",
        "{ and } then\n",
        "{\"a\": 1} goes on\n",
        "{\"a\": \n",
        "text\n+++\na = 1\n+++\n"
      })
  void takesOtherBeginningsForText(String text) {
    Page page = Page.parse(text);

    assertThat(page.frontMatter().isAbsent()).isTrue();
    assertThat(page.frontMatter().problem()).isEmpty();
    assertThat(page.body()).isEqualTo(text);
  }

  @Test
  void keepsTheByteOrderMarkAndTheLineEndsAsTheyAre() {
    Page page = Page.parse("\ufeff+++ \r\ntitle = \"A\"\r\n+++\r\n\r\nBody\r\n");

    assertThat(page.frontMatter().raw()).isEqualTo("\ufeff+++ \r\ntitle = \"A\"\r\n+++\r\n");
    assertThat(page.body()).isEqualTo("\r\nBody\r\n");
    assertThat(page.frontMatter().title()).hasValue("A");
    assertThat(page.frontMatter().with("draft", new Literal.Flag(true)).raw())
        .isEqualTo("\ufeff+++ \r\ntitle = \"A\"\r\ndraft = true\r\n+++\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "'+++\ntitle = \"A\"\nx = = 1\n+++\n', 3",
    "'+++\ntitle = \"A\ndraft = true\n+++\n', 2",
    "'+++\na = 1\na = 2\n+++\n', 3",
    "'---\ntitle: A\n- b\n---\n', 3",
    "'---\ntitle: \"A\n---\n', 3",
    "'---\na: 1\na: 2\n---\n', 3",
    "'{\n\"a\": 1,\n\"b\" 2}\n', 3",
    "'+++\ntitle = 1\n', 1"
  })
  void saysInWhichLineAMalformedFrontMatterIsWrong(String text, int line) {
    Page page = Page.parse(text);

    assertThat(page.text()).isEqualTo(text);
    assertThat(page.frontMatter().title()).isEmpty();
    assertThat(page.frontMatter().problem())
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.line()).isEqualTo(line);
              assertThat(problem.sentence()).isNotBlank();
            });
  }

  @Test
  void changesOneKeyAndNothingElse() {
    Literal supper = new Literal.Text("Supper, \"late\"");

    assertThat(of(TOML).with("title", supper).raw())
        .isEqualTo(TOML.replace("\"Lunch\"", "\"Supper, \\\"late\\\"\""));
    assertThat(of(YAML).with("title", supper).raw())
        .isEqualTo(YAML.replace("Lunch  ", "\"Supper, \\\"late\\\"\"  "));
    assertThat(of(JSON).with("title", supper).raw())
        .isEqualTo(JSON.replace("\"Lunch\"", "\"Supper, \\\"late\\\"\""));
  }

  @Test
  void changesDatesInTheFormTheyHad() {
    Literal date = new Literal.Moment(new WrittenDate("2031-05-07T09:00"));

    assertThat(of(TOML).with("date", date).raw())
        .isEqualTo(TOML.replace("2031-05-06T12:30:00", "2031-05-07T09:00:00"));
    assertThat(of("+++\ndate = \"2031-05-06\"\n+++\n").with("date", date).raw())
        .isEqualTo("+++\ndate = \"2031-05-07T09:00\"\n+++\n");
    assertThat(of(YAML).with("date", date).raw())
        .isEqualTo(YAML.replace("2031-05-06 12:30:00 +0200", "2031-05-07T09:00"));
  }

  @Test
  void addsAKeyThatIsMissingBelowTheOthersOfItsLevel() {
    Literal toc = new Literal.Flag(false);

    assertThat(of(TOML).with("toc", toc).raw())
        .isEqualTo(TOML.replace("weight = 3\n", "weight = 3\ntoc = false\n"));
    assertThat(of(YAML).with("toc", toc).raw())
        .isEqualTo(YAML.replace("# the end\n", "# the end\ntoc: false\n"));
    assertThat(of(JSON).with("toc", toc).raw())
        .isEqualTo(JSON.replace("\"draft\": true", "\"draft\": true,\n  \"toc\": false"));
    assertThat(of("---\n---\n").with("toc", toc).raw()).isEqualTo("---\ntoc: false\n---\n");
    assertThat(of("---\n{a: 1}\n---\n").with("toc", toc).raw())
        .isEqualTo("---\n{a: 1, toc: false}\n---\n");
    assertThat(of("{}\n").with("toc", toc).raw()).isEqualTo("{\n  \"toc\": false\n}\n");
    assertThat(of("---\ntoc:\nb: 1\n---\n").with("toc", toc).raw())
        .isEqualTo("---\ntoc: false\nb: 1\n---\n");
  }

  @Test
  void replacesWholeTables() {
    Literal table = new Literal.Table(Map.of("verdict", new Literal.Text("skip")));

    assertThat(of(TOML).with("digest", table).raw())
        .isEqualTo(TOML.replace("one\"\n+++", "one\"\n[digest]\nverdict = \"skip\"\n+++"));
    assertThat(
            of("+++\na = 1\n[digest]\nverdict = \"best\"\nrank = 1\n\n[b]\nc = 2\n+++\n")
                .with("digest", table)
                .raw())
        .isEqualTo("+++\na = 1\n[digest]\nverdict = \"skip\"\n\n[b]\nc = 2\n+++\n");
    assertThat(of("+++\ndigest.rank = 1\na = 1\n+++\n").with("digest", table).raw())
        .isEqualTo("+++\na = 1\n[digest]\nverdict = \"skip\"\n+++\n");
    assertThat(
            of("---\na: 1\ndigest:\n  verdict: best\n\n# b\nb: 2\n---\n")
                .with("digest", table)
                .raw())
        .isEqualTo("---\na: 1\ndigest:\n  {verdict: \"skip\"}\n\n# b\nb: 2\n---\n");
  }

  @Test
  void refusesToChangeWhatOthersReferTo() {
    assertThatThrownBy(() -> of("---\na: &x 1\nb: *x\n---\n").with("a", new Literal.Text("2")))
        .isInstanceOf(UneditableException.class)
        .hasMessageContaining("a cannot be changed");
  }

  @Test
  void generatesCanonicalTomlWhereThereWasNone() {
    FrontMatter generated =
        FrontMatter.generate("A \"b\"\\", new WrittenDate("2031-05-06T12:30"), false);

    assertThat(generated.raw())
        .isEqualTo(
            "+++\ntitle = \"A \\\"b\\\"\\\\\"\ndate = 2031-05-06T12:30:00\ndraft = false\n+++\n");
    assertThat(generated.title()).hasValue("A \"b\"\\");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "{\"a\":", "a = [", "x.", "&a [*a, ", "\"", "\\"})
  void readsHostileTextsInBoundedTime(String part) {
    for (String delimiter : List.of("+++\n", "---\n", "")) {
      String text = delimiter + "a = " + part.repeat(60_000 / part.length()) + "\n" + delimiter;

      assertThat(Page.parse(text).text()).isEqualTo(text);
      assertThat(Page.parse(delimiter + part.repeat(20_000) + "\n" + delimiter).text()).isNotNull();
    }
  }

  @Test
  void boundsWhatAliasesMultiplyTo() {
    StringBuilder yaml = new StringBuilder("---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      yaml.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(5) + "x"));
    }

    assertThat(of(yaml + "---\n").problem()).isPresent();
  }

  private static FrontMatter of(String text) {
    return Page.parse(text).frontMatter();
  }
}
