package org.conferencedigest.summary.render;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The elements, the attributes and the URLs that remain of a stranger's HTML; all others go. */
final class AllowList {

  private static final Pattern ANY = Pattern.compile("(?s).*");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}%?");
  private static final Pattern CLASS =
      Pattern.compile("language-[\\p{Alnum}+#._-]{1,40}|footnotes|footnote-ref|footnote-backref");

  static final PolicyFactory POLICY =
      new HtmlPolicyBuilder()
          .allowElements(
              "a",
              "abbr",
              "b",
              "bdi",
              "bdo",
              "blockquote",
              "br",
              "caption",
              "cite",
              "code",
              "col",
              "colgroup",
              "dd",
              "del",
              "details",
              "dfn",
              "div",
              "dl",
              "dt",
              "em",
              "figcaption",
              "figure",
              "h1",
              "h2",
              "h3",
              "h4",
              "h5",
              "h6",
              "hr",
              "i",
              "img",
              "ins",
              "kbd",
              "li",
              "mark",
              "ol",
              "p",
              "pre",
              "q",
              "rp",
              "rt",
              "ruby",
              "s",
              "samp",
              "section",
              "small",
              "span",
              "strike",
              "strong",
              "sub",
              "summary",
              "sup",
              "table",
              "tbody",
              "td",
              "tfoot",
              "th",
              "thead",
              "time",
              "tr",
              "u",
              "ul",
              "var",
              "wbr")
          .allowUrlProtocols("http", "https", "mailto", "tel")
          .allowAttributes("href")
          .onElements("a")
          .allowAttributes("cite")
          .onElements("blockquote", "del", "ins", "q")
          .allowAttributes("src")
          .matching(Pattern.compile("(?i)https?://.+"))
          .onElements("img")
          .allowAttributes("alt")
          .matching(ANY)
          .onElements("img")
          .allowAttributes("loading")
          .matching(false, "lazy")
          .onElements("img")
          .allowAttributes("width", "height")
          .matching(NUMBER)
          .onElements("img", "col", "td", "th")
          .allowAttributes("align")
          .matching(true, "left", "center", "right")
          .onElements("td", "th", "p", "div", "img", "h1", "h2", "h3", "h4", "h5", "h6", "table")
          .allowAttributes("colspan", "rowspan")
          .matching(NUMBER)
          .onElements("td", "th")
          .allowAttributes("scope")
          .matching(true, "row", "col", "rowgroup", "colgroup")
          .onElements("th")
          .allowAttributes("start")
          .matching(Pattern.compile("-?\\d{1,9}"))
          .onElements("ol")
          .allowAttributes("reversed")
          .matching(ANY)
          .onElements("ol")
          .allowAttributes("open")
          .matching(ANY)
          .onElements("details")
          .allowAttributes("datetime")
          .matching(Pattern.compile("[\\w:.+ -]{1,40}"))
          .onElements("time")
          .allowAttributes("class")
          .matching(CLASS)
          .globally()
          .allowAttributes("title")
          .matching(ANY)
          .globally()
          .allowAttributes("lang")
          .matching(Pattern.compile("[\\p{Alnum}-]{1,35}"))
          .globally()
          .allowAttributes("dir")
          .matching(true, "ltr", "rtl", "auto")
          .globally()
          .allowAttributes("id", "aria-labelledby", "aria-label", SafeHtml.MARK)
          .matching(ANY)
          .globally()
          .toFactory();

  private AllowList() {}
}
