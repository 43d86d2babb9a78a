package org.conferencedigest.summary.render;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-z0-9]+)((?: [a-z-]+=\"[^\"<>]*\")*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)=\"([^\"]*)\"");
  private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "wbr");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href",
          "cite",
          "src",
          "alt",
          "loading",
          "width",
          "height",
          "align",
          "colspan",
          "rowspan",
          "scope",
          "start",
          "reversed",
          "open",
          "datetime",
          "class",
          "title",
          "lang",
          "dir",
          "id",
          "aria-labelledby",
          "aria-label");

  static List<String> attacks() {
    return Attacks.all();
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void noScriptIsPossible(String attack) {
    assertSafe(MarkdownPreview.render(attack));
    assertSafe(MarkdownPreview.render("Text before " + attack + " and behind"));
    assertSafe(
        MarkdownPreview.render("- item\n\n  " + attack + "\n\n| a |\n|---|\n| " + attack + " |\n"));
    assertSafe(MarkdownPreview.render("<div>\n" + attack + "\n</div>\n\n" + attack));
  }

  @Property(tries = 500)
  void noScriptIsPossibleInAnyMixture(@ForAll("mixtures") String text) {
    assertSafe(MarkdownPreview.render(text));
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(Attacks.pieces())
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>bold</b>",
        "<details open><summary>More</summary><p>text</p></details>",
        "<table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>",
        "<ruby>漢<rt>かん</rt></ruby>",
        "<a href=\"https://example.org/?a=1&amp;b=2\" title=\"t\">x</a>",
        "<p dir=\"rtl\" lang=\"he\">שלום</p>",
        "<img src=\"https://example.org/a.png\" alt=\"A\" width=\"10\">"
      })
  void harmlessHtmlStays(String html) {
    assertThat(requireNonNull(SafeHtml.textOf(html, "secret")).replace("open=\"open\"", "open"))
        .isEqualTo(html);
  }

  @Test
  void nothingStaysOpen() {
    String deep = "<div><b><i>".repeat(300) + "x";
    assertBalanced(requireNonNull(SafeHtml.textOf(deep, "secret")));
    assertBalanced(
        requireNonNull(SafeHtml.textOf("</div></section><p>a<table><tr><li>b", "secret")));
  }

  @Test
  void onlyOurOwnMarksAreMarks() {
    String html = "<p>a</p><div data-mark=\"secret:1\"></div><div data-mark=\"guess:2\">b</div>";
    assertThat(SafeHtml.of(html, "secret:"))
        .containsExactly(
            new SafeHtml.Part.Html("<p>a</p>"),
            new SafeHtml.Part.Mark("1"),
            new SafeHtml.Part.Html("<div>b</div>"));
  }

  @Test
  void namesOfStrangersGo() {
    assertThat(MarkdownPreview.render("<p id=\"digest\" class=\"entry\" aria-label=\"x\">a</p>"))
        .isEqualTo("<p>a</p>");
  }

  /**
   * Safe is what is written in this one way, with these tags and attributes, and URLs of the web.
   */
  static void assertSafe(String html) {
    Matcher tags = TAG.matcher(html);
    StringBuilder text = new StringBuilder();
    while (tags.find()) {
      tags.appendReplacement(text, "");
      assertThat(tags.group(2))
          .isNotIn("script", "style", "iframe", "object", "embed", "form", "input", "svg", "math");
      Matcher attributes = ATTRIBUTE.matcher(tags.group(3));
      while (attributes.find()) {
        assertThat(attributes.group(1)).isIn(ATTRIBUTES);
        if (Set.of("href", "src", "cite").contains(attributes.group(1))) {
          String url =
              attributes
                  .group(2)
                  .replaceAll("[\\s\\p{Cntrl}]", "")
                  .toLowerCase(java.util.Locale.ROOT);
          assertThat(url.matches("[^:/?#&]*:.*") && !url.matches("(https?|mailto|tel):.*"))
              .as(url)
              .isFalse();
        }
      }
    }
    tags.appendTail(text);
    assertThat(text).doesNotContain("<").doesNotContain(">");
    assertBalanced(html);
  }

  static void assertBalanced(String html) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      if (tags.group(1).isEmpty()) {
        if (!VOID.contains(tags.group(2))) {
          open.push(tags.group(2));
        }
      } else {
        assertThat(open).as(html).isNotEmpty();
        assertThat(open.pop()).isEqualTo(tags.group(2));
      }
    }
    assertThat(open).isEmpty();
  }
}
