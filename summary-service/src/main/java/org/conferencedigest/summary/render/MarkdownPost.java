package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.conferencedigest.events.outline.Outline;
import org.conferencedigest.events.outline.Slot;
import org.conferencedigest.events.outline.Woven;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestDocument.Filled;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;
import org.conferencedigest.summary.digest.Memo;
import org.conferencedigest.summary.digest.PlainText;

/** The digest as one Markdown text. */
final class MarkdownPost {

  private MarkdownPost() {}

  /** For a Hugo site: with front matter, everything as the authors wrote it. */
  static Rendered hugo(DigestDocument document) {
    return hugo(document, HugoLinks.ofPost(document));
  }

  /** For a Hugo site, with its links as that style says. */
  static Rendered hugo(DigestDocument document, LinkStyle links) {
    List<Fragment> fragments = new ArrayList<>();
    fragments.add(Fragment.of(document.settings().frontMatter()));
    addBody(document, links, Wording.VERBATIM, fragments);
    return new Rendered(fragments);
  }

  /** The texts that a post is made of: the author's prose, and what stands in its slots. */
  static List<DigestText> texts(DigestDocument document) {
    List<DigestText> texts = new ArrayList<>();
    texts.add(document.frame().text());
    for (Filled filled : document.slots()) {
      filled.notes().forEach(note -> texts.add(textOf(note, filled.slot())));
    }
    return texts;
  }

  /** For a Jekyll site: with front matter in YAML, absolute links, and nothing that is Hugo's. */
  static Rendered jekyll(DigestDocument document, String publicUrl) {
    List<Fragment> fragments = new ArrayList<>();
    fragments.add(Fragment.of(JekyllFrontMatter.of(document)));
    WebLinks links = WebLinks.absolute(document, publicUrl);
    if (JekyllFrontMatter.isOwn(document)) {
      addBody(document, new JekyllLinks(links), Wording.LIQUID, fragments);
    } else {
      addBody(document, links, Wording.LIQUID_SAFE, fragments);
    }
    return new Rendered(fragments);
  }

  /** For anywhere: with its title for a heading, absolute links, and nothing that is Hugo's. */
  static Rendered portable(DigestDocument document, String publicUrl) {
    List<Fragment> body = new ArrayList<>();
    addBody(document, WebLinks.absolute(document, publicUrl), Wording.PORTABLE, body);
    String title = "# " + PlainText.asMarkdown(document.settings().title()) + "\n";
    List<Fragment> fragments = new ArrayList<>(body.size() + 1);
    fragments.add(Fragment.of(body.isEmpty() ? title : title + "\n"));
    if (!body.isEmpty() && body.getFirst().bytes()[0] == '\n') {
      // The blank line below the title is the title's, so that equal texts have equal fragments.
      body.set(0, body.getFirst().from(1));
    }
    fragments.addAll(body);
    return new Rendered(fragments);
  }

  /** A text without what only Hugo understands. */
  static String withoutHugo(String markdown) {
    return Wording.PORTABLE.apply(markdown);
  }

  private static void addBody(
      DigestDocument document, LinkStyle links, Wording wording, List<Fragment> fragments) {
    Outline outline = document.frame().resolve(links);
    Iterator<Filled> slots = document.slots().iterator();
    List<DigestText> items = new ArrayList<>();
    List<Woven> woven =
        outline.weave(
            slot -> {
              List<DigestNote> notes = slots.next().notes();
              notes.forEach(note -> items.add(textOf(note, slot)));
              // What the items say does not matter to how they are woven in.
              return Collections.nCopies(notes.size(), "-");
            });
    Iterator<DigestText> texts = items.iterator();
    // Prose is one fragment between two items, however many pieces it was put together from.
    StringBuilder prose = new StringBuilder();
    for (Woven part : woven) {
      switch (part) {
        case Woven.Prose piece -> prose.append(wording.apply(piece.markdown()));
        case Woven.Item item -> {
          Fragment fragment = fragment(texts.next(), item, links, wording);
          if (fragment.bytes().length > 0) {
            end(prose, fragments);
            fragments.add(fragment);
          }
        }
      }
    }
    end(prose, fragments);
  }

  private static void end(StringBuilder prose, List<Fragment> fragments) {
    if (!prose.isEmpty()) {
      fragments.add(Fragment.of(prose.toString()));
      prose.setLength(0);
    }
  }

  /** What a note says in a slot. */
  static DigestText textOf(DigestNote note, Slot slot) {
    return slot instanceof Slot.Tier ? note.recommendation() : note.entry();
  }

  /** An item in its place: all that its bytes depend on besides its text. */
  private record Place(LinkStyle links, Wording wording, String before, String bullet, String after)
      implements Memo.Key<Fragment> {}

  private static Fragment fragment(
      DigestText text, Woven.Item item, LinkStyle links, Wording wording) {
    return text.memo()
        .get(
            new Place(links, wording, item.before(), item.bullet(), item.after()),
            () -> Fragment.of(item.textOf(wording.apply(text.resolve(links)))));
  }
}
