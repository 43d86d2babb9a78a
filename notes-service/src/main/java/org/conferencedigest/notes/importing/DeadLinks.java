package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells of links of a post that lead to no note, or to one that is a draft. */
final class DeadLinks {

  private static final int MOST = 100;

  private DeadLinks() {}

  static List<Problem> in(
      ContentFile post, HugoRefs refs, Set<String> published, Set<String> drafts) {
    List<Problem> problems = new ArrayList<>();
    int line = 0;
    for (String text : post.text().split("\n", -1)) {
      line++;
      for (String slug : refs.linkedIn(text)) {
        if (published.contains(slug) || slug.equals(post.stem()) || problems.size() == MOST) {
          continue;
        }
        problems.add(
            new Problem(
                post.name(),
                line,
                drafts.contains(slug)
                    ? "It links to " + slug + ", which is a draft: readers see plain text."
                    : "It links to " + slug + ", which is no note here: readers see plain text."));
      }
    }
    return problems;
  }
}
