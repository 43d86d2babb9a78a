package org.conferencedigest.notes.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Slug;
import org.conferencedigest.notes.bounds.Findings;
import org.conferencedigest.notes.frontmatter.FrontMatterProblem;
import org.conferencedigest.notes.frontmatter.Page;
import org.conferencedigest.notes.frontmatter.WrittenDate;
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

  private static final Pattern DATE_IN_NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-");

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
      Findings doubts = new Findings();
      Page page = Page.parse(file.text());
      NoteWish.Page wish = check.check(page, ofFile, doubts);
      problems.addAll(told(file, page, doubts));
      String slug = Slug.isValid(file.stem()) ? file.stem() : Slug.from(file.stem());
      if (!slug.equals(file.stem())) {
        problems.add(
            new Problem(file.name(), 1, "Its name is no slug: its note is called " + slug + "."));
      }
      if (wish.title() == null) {
        problems.add(new Problem(file.name(), 1, "It has no title: its name stands for one."));
        wish = wish.entitled(file.stem());
      }
      if (wish.date() == null) {
        wish = wish.dated(dateInName(file).orElse(null));
      }
      if (notes.put(slug, wish.named(file.name())) != null) {
        ofFile.add("", "would be the note " + slug + ", and so would another file");
      }
      findings.addAll("/" + file.name(), ofFile);
    }
    Post read = post == null ? null : new Post(post, Page.parse(post.text()));
    if (read != null) {
      Findings ofFile = new Findings();
      Findings doubts = new Findings();
      check.readable(read.page(), ofFile, doubts);
      problems.addAll(told(read.file(), read.page(), doubts));
      findings.addAll("/" + read.file().name(), ofFile);
    }
    findings.requireNone();
    return new BlogContent(read, notes, problems);
  }

  /** The date that Jekyll wants a post's name to begin with. */
  static Optional<WrittenDate> dateInName(ContentFile file) {
    Matcher date = DATE_IN_NAME.matcher(file.name());
    return date.lookingAt() ? WrittenDate.of(date.group(1)) : Optional.empty();
  }

  private static List<Problem> told(ContentFile file, Page page, Findings doubts) {
    List<Problem> problems = new ArrayList<>();
    int line = page.frontMatter().problem().map(FrontMatterProblem::line).orElse(1);
    doubts.each(
        (pointer, detail) ->
            problems.add(
                new Problem(
                    file.name(),
                    line,
                    "It is kept as it is, but its "
                        + (pointer.equals("/date") ? "date" : "front matter")
                        + " says nothing here: "
                        + detail)));
    return problems;
  }
}
