package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conferencedigest.events.Slug;
import org.conferencedigest.notes.bounds.Findings;
import org.conferencedigest.notes.frontmatter.Page;
import org.conferencedigest.notes.note.NoteCheck;
import org.conferencedigest.notes.note.NoteWish;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported, read and found valid as far as that can be told without the database.
 *
 * @param post the file that sums up the others; null if there is none
 * @param notes the other pages, by slug
 */
record BlogContent(@Nullable Post post, Map<String, NoteWish.Page> notes, List<Problem> problems) {

  /** The digest's post. */
  record Post(ContentFile file, Page page) {}

  /** The content of a folder of pages. */
  static BlogContent ofFolder(List<ContentFile> files, NoteCheck check, List<Problem> problems) {
    Optional<ContentFile> post = PostFinder.find(files);
    if (post.isEmpty()) {
      String first = files.getFirst().name();
      problems.add(
          new Problem(
              first, 1, "No page of the folder links to most of the others: there is no post."));
    }
    return of(
        post.orElse(null),
        files.stream()
            .filter(file -> post.isEmpty() || !file.name().equals(post.get().name()))
            .toList(),
        check,
        problems);
  }

  /** The content of one post. */
  static BlogContent ofPost(ContentFile post, NoteCheck check) {
    return of(post, List.of(), check, new ArrayList<>());
  }

  private static BlogContent of(
      @Nullable ContentFile post,
      List<ContentFile> pages,
      NoteCheck check,
      List<Problem> problems) {
    Findings findings = new Findings();
    Map<String, NoteWish.Page> notes = new LinkedHashMap<>();
    for (ContentFile file : pages) {
      Findings ofFile = new Findings();
      NoteWish.Page wish = check.check(Page.parse(file.text()), ofFile);
      String slug = Slug.isValid(file.stem()) ? file.stem() : Slug.from(file.stem());
      if (!slug.equals(file.stem())) {
        problems.add(
            new Problem(file.name(), 1, "Its name is no slug: its note is called " + slug + "."));
      }
      if (wish.title() == null) {
        problems.add(new Problem(file.name(), 1, "It has no title: its name stands for one."));
        wish = wish.entitled(file.stem());
      }
      if (notes.put(slug, wish.named(file.name())) != null) {
        ofFile.add("", "would be the note " + slug + ", and so would another file");
      }
      findings.addAll("/" + file.name(), ofFile);
    }
    Post read = post == null ? null : new Post(post, Page.parse(post.text()));
    if (read != null) {
      Findings ofFile = new Findings();
      check.readable(read.page(), ofFile);
      findings.addAll("/" + read.file().name(), ofFile);
    }
    findings.requireNone();
    return new BlogContent(read, notes, problems);
  }
}
