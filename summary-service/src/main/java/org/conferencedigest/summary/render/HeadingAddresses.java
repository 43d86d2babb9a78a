package org.conferencedigest.summary.render;

import java.util.Map;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Makes links to headings lead to them by the names they have on our page.
 *
 * @param names our names, by those that links use
 */
record HeadingAddresses(Map<String, String> names) implements AttributeProvider {

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof Link link && link.getDestination().startsWith("#")) {
      String ours = names.get(link.getDestination().substring(1));
      if (ours != null) {
        attributes.put("href", "#" + Escape.inPath(ours));
      }
    }
  }
}
