package org.conferencedigest.notes.schedule.frab;

import java.util.List;
import org.conferencedigest.notes.schedule.programme.Place;
import org.jspecify.annotations.Nullable;

/** An item of a programme, whichever of the formats it came in. */
interface Item {

  Place place();

  /** A property's text; null if it has none. */
  @Nullable String text(String name);

  List<Person> persons();

  List<Reference> references();

  /** Someone who speaks. */
  record Person(@Nullable String name, @Nullable String role, @Nullable String link) {}

  /** A link, or an attachment. */
  record Reference(@Nullable String url, @Nullable String label, @Nullable String type) {}
}
