package org.conferencedigest.summary.render;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.PageName;
import org.conferencedigest.events.outline.Resolution;
import org.conferencedigest.summary.digest.Destination;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;
import org.conferencedigest.summary.digest.Memo;
import org.jspecify.annotations.Nullable;

/**
 * Links of a folder that is built in any Hugo site, also one that has nothing else. A shortcode
 * that leads out of the folder stays as it was written where a {@link HugoPlaceholder} can stand in
 * for its page under that name. Else it is written so that one can; and where none can, it becomes
 * the page's address.
 *
 * @param own how the links of this conference are written
 */
record HugoFolderLinks(HugoLinks own) implements LinkStyle {

  private static final Pattern IN_ANOTHER_LANGUAGE =
      Pattern.compile("\\{\\{[<%][^{}]*\\blang\\s{0,9}=");

  private static final Pattern RELATIVE = Pattern.compile("\\{\\{[<%]\\s{0,9}relref\\b");

  private record Key(HugoFolderLinks links) implements Memo.Key<Set<HugoPlaceholder>> {}

  @Override
  public Resolution of(NoteLink link, Destination destination) {
    Resolution resolution = own.of(link, destination);
    String path = pathOut(link, destination, resolution);
    if (path == null) {
      return resolution;
    }
    String anchor = link.target().anchor();
    String fragment = anchor == null ? "" : "#" + anchor;
    HugoPlaceholder placeholder = placeholder(link, path);
    if (placeholder == null) {
      String address = HugoPlaceholder.address(own.folder(), path);
      return Resolution.to(Escape.inPath(address).replace("%2F", "/") + fragment);
    }
    if (placeholder.ref().equals(path)) {
      return resolution;
    }
    String name = RELATIVE.matcher(link.verbatim()).find() ? "relref" : "ref";
    return Resolution.to("{{< " + name + " \"" + placeholder.ref() + fragment + "\" >}}");
  }

  /** The pages that the links of these texts lead to which the folder does not hold, by file. */
  Map<String, HugoPlaceholder> placeholders(Iterable<DigestText> texts) {
    Map<String, HugoPlaceholder> all = new TreeMap<>();
    for (DigestText text : texts) {
      text.memo()
          .get(new Key(this), () -> placeholders(text))
          .forEach(placeholder -> all.putIfAbsent(placeholder.file(), placeholder));
    }
    return all;
  }

  private Set<HugoPlaceholder> placeholders(DigestText text) {
    Set<HugoPlaceholder> found = new HashSet<>();
    text.resolve(
        (link, destination) -> {
          String path = pathOut(link, destination, own.of(link, destination));
          HugoPlaceholder placeholder = path == null ? null : placeholder(link, path);
          if (placeholder != null) {
            found.add(placeholder);
          }
          return Resolution.verbatim();
        });
    return found;
  }

  private @Nullable HugoPlaceholder placeholder(NoteLink link, String path) {
    // Hugo looks for a page of another language among that language's, and from an index.md, which
    // is the page of its whole folder, beside that folder.
    return IN_ANOTHER_LANGUAGE.matcher(link.verbatim()).find()
            || PageName.stem(own.digestPage()).equals(own.folder() + "/index")
        ? null
        : HugoPlaceholder.of(own.folder(), path);
  }

  /** The page that a shortcode names, if the folder does not hold it; else null. */
  private @Nullable String pathOut(NoteLink link, Destination destination, Resolution resolution) {
    boolean leadsOut =
        destination instanceof Destination.Elsewhere || destination instanceof Destination.Nowhere;
    return leadsOut
            && resolution instanceof Resolution.Verbatim
            && link.target() instanceof Target.HugoPage(String path, String anchor)
            && !path.isEmpty()
            && !HugoPlaceholder.isEverywhere(own.folder(), path)
        ? path
        : null;
  }
}
