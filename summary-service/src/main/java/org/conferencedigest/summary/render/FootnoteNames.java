package org.conferencedigest.summary.render;

import java.util.Map;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Makes the names of a text's footnotes unique on its page, and marks them as ours.
 *
 * @param secret what begins the values of our own attributes
 * @param idPrefix what begins the names
 */
record FootnoteNames(String secret, String idPrefix) implements AttributeProvider {

  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    if (!(node instanceof FootnoteReference || node instanceof FootnoteDefinition)) {
      return;
    }
    attributes.computeIfPresent("id", (key, id) -> secret + idPrefix + id);
    attributes.computeIfPresent("href", (key, href) -> "#" + idPrefix + href.substring(1));
    attributes.computeIfPresent("aria-label", (key, label) -> secret + label);
    if (tag.equals("section")) {
      attributes.put("aria-label", secret + "Footnotes");
    }
  }
}
