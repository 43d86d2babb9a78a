package org.conferencedigest.notes.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.conferencedigest.notes.schedule.programme.Identity;
import org.conferencedigest.notes.schedule.programme.Place;
import org.conferencedigest.notes.schedule.programme.Remarks;
import org.conferencedigest.notes.schedule.programme.Session;
import org.jspecify.annotations.Nullable;

/** Tells the items of a file apart, where the file does not. */
final class Distinct {

  private Distinct() {}

  /**
   * The items without those that say the same as another one, known by nothing that two of them
   * have.
   */
  static List<Session> of(List<Session> sessions, Remarks remarks) {
    Map<Session, Session> first = new LinkedHashMap<>();
    for (Session session : sessions) {
      Session words =
          new Session(
              Place.path(""), session.identity(), session.when(), session.day(), session.told());
      Session same = first.putIfAbsent(words, session);
      if (same != null) {
        remarks.add(session.place(), "It is the same as " + at(same) + ", and was passed over.");
      }
    }
    List<Session> distinct = new ArrayList<>(first.values());
    Map<String, Session> guids = shared(distinct, Identity::guid, "GUID", remarks);
    Map<String, Session> ids = shared(distinct, Identity::id, "id", remarks);
    Map<String, Session> codes = shared(distinct, Identity::code, "code", remarks);
    return distinct.stream()
        .map(
            session -> {
              Identity identity = session.identity();
              return session.knownBy(
                  identity.without(
                      guids.containsKey(identity.guid()),
                      ids.containsKey(identity.id()),
                      codes.containsKey(identity.code())));
            })
        .toList();
  }

  private static Map<String, Session> shared(
      List<Session> sessions,
      Function<Identity, @Nullable String> name,
      String word,
      Remarks remarks) {
    Map<String, Session> first = new HashMap<>();
    Map<String, Session> shared = new HashMap<>();
    for (Session session : sessions) {
      String known = name.apply(session.identity());
      Session other = known == null ? null : first.putIfAbsent(known, session);
      if (known != null && other != null) {
        shared.put(known, other);
        remarks.add(
            session.place(),
            "Its %s is also that of %s: neither is known by it.".formatted(word, at(other)));
      }
    }
    return shared;
  }

  private static String at(Session session) {
    Place place = session.place();
    return place.line() == null ? "the one at " + place.path() : "the one in line " + place.line();
  }
}
