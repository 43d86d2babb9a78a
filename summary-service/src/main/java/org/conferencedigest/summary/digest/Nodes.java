package org.conferencedigest.summary.digest;

import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Walks documents without recursion. */
public final class Nodes {

  private Nodes() {}

  /** The next node of the whole document, depth first; null at its end. */
  public static @Nullable Node following(Node node) {
    return node.getFirstChild() != null ? node.getFirstChild() : followingAll(node, null);
  }

  /** The next node that is not in this one, within an ancestor. */
  @SuppressWarnings("ReferenceEquality") // It is that very node that is looked for.
  private static @Nullable Node followingAll(Node node, @Nullable Node ancestor) {
    @Nullable Node up = node;
    while (up != null && up != ancestor) {
      if (up.getNext() != null) {
        return up.getNext();
      }
      up = up.getParent();
    }
    return null;
  }

  /** The words in a node, without marks. */
  public static String words(Node root) {
    StringBuilder words = new StringBuilder();
    @Nullable Node node = root.getFirstChild();
    while (node != null) {
      switch (node) {
        case Text text -> words.append(text.getLiteral());
        case Code code -> words.append(code.getLiteral());
        case SoftLineBreak line -> words.append(' ');
        case HardLineBreak line -> words.append(' ');
        default -> {}
      }
      node = node.getFirstChild() != null ? node.getFirstChild() : followingAll(node, root);
    }
    return words.toString();
  }
}
