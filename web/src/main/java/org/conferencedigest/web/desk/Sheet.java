package org.conferencedigest.web.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A note on the desk, to be written on.
 *
 * @param slug its name in addresses; a proposal if it is new
 * @param state {@code new}, {@code draft}, {@code published} or {@code retracted}
 * @param etag of what it was made from; null if it is new
 * @param talks the slugs of the talks it covers
 * @param verdict its word; empty while undecided
 * @param sections sections of the outline that it may name
 * @param page where it is read; null if it is not published
 */
public record Sheet(
    String slug,
    String state,
    @Nullable String etag,
    String author,
    String title,
    String date,
    String body,
    List<String> talks,
    String verdict,
    String entry,
    String recommendation,
    String section,
    String position,
    String rank,
    List<Programme.Choice> sections,
    @Nullable String page) {

  public boolean isNew() {
    return state.equals("new");
  }

  public boolean isPublished() {
    return state.equals("published");
  }
}
