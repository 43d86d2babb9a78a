package org.conferencedigest.notes.frontmatter;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FrontMatterPropertyTest {

  @Property
  void givesBackAnyTextCharacterForCharacter(@ForAll("pages") String text) {
    Page page = Page.parse(text);

    assertThat(page.frontMatter().raw() + page.body()).isEqualTo(text);
  }

  @Property
  void readsAnyTextWithoutFailing(@ForAll String text, @ForAll("fences") String fence) {
    String page = fence + "\n" + text + "\n" + fence + "\n";

    assertThat(Page.parse(page).text()).isEqualTo(page);
  }

  @Property
  void readsBackATitleThatWasSet(@ForAll("pages") String text, @ForAll("titles") String title) {
    FrontMatter before = Page.parse(text).frontMatter();
    Assume.that(!before.isAbsent() && before.problem().isEmpty());

    FrontMatter after;
    try {
      after = before.with("title", new Literal.Text(title));
    } catch (UneditableException allowed) {
      return;
    }
    assertThat(after.text("title")).hasValue(title);
    assertThat(after.value("draft")).isEqualTo(before.value("draft"));
  }

  @Property
  void readsBackWhatItGenerates(@ForAll("titles") String title) {
    Assume.that(!title.isBlank());

    assertThat(FrontMatter.generate(title, null, true).title()).hasValue(title);
  }

  @Provide
  Arbitrary<String> fences() {
    return Arbitraries.of("+++", "---");
  }

  /** Anything but what cannot be stored: NUL and unpaired surrogates. */
  @Provide
  Arbitrary<String> titles() {
    return Arbitraries.strings()
        .ofMaxLength(20)
        .filter(text -> text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c)));
  }

  @Provide
  Arbitrary<String> pages() {
    Arbitrary<String> lines =
        Arbitraries.oneOf(
            Arbitraries.of("title = \"A\"", "title: A", "\"title\": \"A\",", "draft = true", "# c"),
            Arbitraries.of("draft: true", "[digest]", "digest:", "  rank: 1", "rank = 1", "'''"),
            Arbitraries.of("Title: A", "Tags: a, b", "  more", "\tmore", "Status: draft", "..."),
            Arbitraries.of("- a", "{", "}", "[", "]", "\"\"\"", "a: &x 1", "b: *x", "t: |", "  y"),
            Arbitraries.of("title:", "title: >", "  folded", "a.b = 1", "\"é ü\" = '𝄞'", "é: 𝄞"),
            Arbitraries.strings().ofMaxLength(8));
    Arbitrary<String> ends = Arbitraries.of("\n", "\n", "\r\n");
    Arbitrary<String> fence =
        Arbitraries.of("+++\n", "---\n", "+++\r\n", "--- \n", "\ufeff+++\n", "", "Title: x\n");
    return net.jqwik.api.Combinators.combine(
            fence,
            net.jqwik.api.Combinators.combine(lines, ends)
                .as(String::concat)
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts)),
            Arbitraries.strings().ofMaxLength(10))
        .as((mark, content, body) -> mark + content + mark.replace("\ufeff", "") + body);
  }
}
