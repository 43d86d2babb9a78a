package org.conferencedigest.summary.render;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;
import org.conferencedigest.summary.digest.HeadingIds;
import org.conferencedigest.summary.digest.Nodes;
import org.jspecify.annotations.Nullable;

/**
 * How some nodes of a text become HTML on our pages: headings are one below the other without gaps
 * and have names, and pictures of the author's site, which we do not have, become their words.
 */
final class HtmlNodes implements NodeRenderer {

  private static final Pattern WEB = Pattern.compile("(?i)https?://.+");

  private final Style style;
  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;
  private final HeadingIds ids;
  private final Map<Integer, Integer> levels = new HashMap<>();
  private boolean sectionOpen;

  /**
   * What differs from text to text.
   *
   * @param idPrefix begins the names of headings and footnotes
   * @param topLevel the level of the highest headings
   * @param sections whether what stands under a heading becomes a section
   * @param inline whether a single paragraph is written without being one
   * @param headings our names of headings, by those that links use
   */
  record Style(
      String idPrefix,
      int topLevel,
      boolean sections,
      boolean inline,
      Map<String, String> headings) {

    Style(String idPrefix, int topLevel, boolean sections, boolean inline) {
      this(idPrefix, topLevel, sections, inline, Map.of());
    }

    /** The same, where links to headings lead elsewhere. */
    Style withHeadings(Map<String, String> names) {
      return new Style(idPrefix, topLevel, sections, inline, names);
    }
  }

  /** What the nodes need to know: the style, and what begins the values of our own attributes. */
  private final String secret;

  HtmlNodes(Style style, String secret, HtmlNodeRendererContext context) {
    this.style = style;
    this.secret = secret;
    this.context = context;
    this.html = context.getWriter();
    this.ids = new HeadingIds(style.idPrefix());
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Document.class, Heading.class, Image.class);
  }

  @Override
  public void beforeRoot(Node root) {
    Set<Integer> used = new TreeSet<>();
    for (@Nullable Node node = root; node != null; node = Nodes.following(node)) {
      if (node instanceof Heading heading) {
        used.add(heading.getLevel());
      }
    }
    int next = style.topLevel();
    for (int level : used) {
      levels.put(level, Math.min(6, next++));
    }
  }

  @Override
  public void afterRoot(Node root) {
    closeSection();
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Heading heading -> heading(heading);
      case Image image -> image(image);
      default -> renderChildren(node);
    }
  }

  private void heading(Heading heading) {
    String id = secret + ids.next(Nodes.words(heading));
    html.line();
    if (style.sections() && heading.getParent() instanceof Document) {
      closeSection();
      html.tag("section", Map.of("aria-labelledby", id));
      html.line();
      sectionOpen = true;
    }
    String tag = "h" + levels.getOrDefault(heading.getLevel(), 6);
    html.tag(tag, Map.of("id", id));
    renderChildren(heading);
    html.tag("/" + tag);
    html.line();
  }

  private void closeSection() {
    if (sectionOpen) {
      html.line();
      html.tag("/section");
      html.line();
      sectionOpen = false;
    }
  }

  private void image(Image image) {
    if (!WEB.matcher(image.getDestination()).matches()) {
      html.tag("em");
      renderChildren(image);
      html.tag("/em");
      return;
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("src", image.getDestination());
    attributes.put("alt", Nodes.words(image));
    String title = image.getTitle();
    if (title != null) {
      attributes.put("title", title);
    }
    attributes.put("loading", "lazy");
    html.tag("img", attributes, true);
  }

  private void renderChildren(Node parent) {
    for (@Nullable Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      context.render(node);
    }
  }
}
