package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jsoup.Jsoup;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the W3C's feed validator finds fault with in an Atom feed, as far as it can be said without
 * the network: the rules of RFC 4287 and RFC 6721, and its own warnings.
 */
final class FeedRules {

  static final String ATOM = "http://www.w3.org/2005/Atom";
  static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

  /** RFC 4151, section 2.1. */
  private static final Pattern TAG =
      Pattern.compile(
          "tag:(?:[\\w.-]+@)?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?,\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?"
              + ":(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-F]{2})*");

  /** RFC 3339, as RFC 4287 section 3.3 narrows it. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)");

  private FeedRules() {}

  /** The feed, having seen that it breaks none of the rules. */
  static Element check(String xml) {
    Element feed = parse(xml);
    assertThat(xml)
        .doesNotStartWith("\uFEFF")
        .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    checkCommon(feed);
    assertThat(links(feed, "self")).singleElement().satisfies(FeedRules::isAbsolute);
    assertThat(links(feed, "alternate")).singleElement().satisfies(FeedRules::isAbsolute);
    Set<String> ids = new HashSet<>(List.of(text(feed, "id")));
    OffsetDateTime updated = OffsetDateTime.parse(text(feed, "updated"));
    for (Element entry : entries(feed)) {
      checkCommon(entry);
      assertThat(ids.add(text(entry, "id"))).as("each id once").isTrue();
      assertThat(children(entry, ATOM, "author"))
          .singleElement()
          .satisfies(author -> assertThat(text(author, "name")).isNotBlank());
      assertThat(links(entry, "alternate")).singleElement().satisfies(FeedRules::isAbsolute);
      assertThat(links(entry, "related")).allSatisfy(FeedRules::isAbsolute);
      assertThat(OffsetDateTime.parse(text(entry, "updated"))).isBeforeOrEqualTo(updated);
      assertThat(text(entry, "published")).matches(DATE);
      checkContent(entry);
    }
    for (Element gone : children(feed, TOMBSTONES, "deleted-entry")) {
      assertThat(gone.getAttribute("ref")).matches(TAG);
      assertThat(ids.add(gone.getAttribute("ref"))).as("not both there and gone").isTrue();
      assertThat(gone.getAttribute("when")).matches(DATE);
      assertThat(OffsetDateTime.parse(gone.getAttribute("when"))).isBeforeOrEqualTo(updated);
    }
    return feed;
  }

  /** "atom:feed (atom:entry) elements MUST contain exactly one" of each of these. */
  private static void checkCommon(Element element) {
    for (String name : List.of("id", "title", "updated")) {
      assertThat(children(element, ATOM, name)).as(name).hasSize(1);
    }
    assertThat(text(element, "id")).matches(TAG);
    assertThat(text(element, "title")).isNotBlank().doesNotContainPattern("[\\r\\n]");
    assertThat(text(element, "updated")).matches(DATE);
    for (Element category : children(element, ATOM, "category")) {
      assertThat(category.getAttribute("term")).isNotBlank();
    }
  }

  /** Warnings: blank content, scripts and other unsafe elements, addresses that are not whole. */
  private static void checkContent(Element entry) {
    Element content = children(entry, ATOM, "content").getFirst();
    assertThat(content.getAttribute("type")).isEqualTo("html");
    assertThat(content.getTextContent()).isNotBlank();
    var html = Jsoup.parseBodyFragment(content.getTextContent());
    assertThat(html.select("script, iframe, object, embed, style, form, meta, link")).isEmpty();
    assertThat(html.getAllElements())
        .flatMap(element -> element.attributes().asList())
        .allSatisfy(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
    assertThat(html.select("a[href]").eachAttr("href"))
        .allSatisfy(href -> assertThat(href).matches("(?:https?://|mailto:|#).*"));
  }

  private static void isAbsolute(Element link) {
    assertThat(URI.create(link.getAttribute("href")).isAbsolute()).isTrue();
  }

  static List<Element> entries(Element feed) {
    return children(feed, ATOM, "entry");
  }

  static List<Element> links(Element element, String relation) {
    return children(element, ATOM, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .toList();
  }

  static String text(Element element, String name) {
    return children(element, ATOM, name).getFirst().getTextContent();
  }

  static List<Element> children(Element element, String namespace, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      Node node = nodes.item(i);
      if (node instanceof Element child
          && namespace.equals(child.getNamespaceURI())
          && name.equals(child.getLocalName())) {
        children.add(child);
      }
    }
    return children;
  }

  private static Element parse(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(xml.getBytes(UTF_8)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("no XML: " + xml, e);
    }
  }
}
