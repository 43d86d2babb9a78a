package org.conferencedigest.summary.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conferencedigest.events.Speaker;
import org.conferencedigest.events.Talk;
import org.conferencedigest.events.TalkLink;
import org.conferencedigest.summary.digest.PlainText;
import org.conferencedigest.web.Person;
import org.conferencedigest.web.Resource;
import org.jspecify.annotations.Nullable;

/** Who spoke, and what there is to watch and to read of it. */
final class Credits {

  private Credits() {}

  /** The speakers of talks, each name once. */
  static List<Person> people(List<Talk> talks) {
    Map<String, Person> byName = new LinkedHashMap<>();
    for (Talk talk : talks) {
      for (Speaker speaker : Objects.requireNonNullElse(talk.speakers(), List.<Speaker>of())) {
        byName.putIfAbsent(speaker.name(), person(speaker));
      }
    }
    return List.copyOf(byName.values());
  }

  private static Person person(Speaker speaker) {
    String about =
        Stream.of(speaker.role(), speaker.affiliation())
            .filter(Objects::nonNull)
            .map(PlainText::onOneLine)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return new Person(
        PlainText.onOneLine(speaker.name()),
        about.isEmpty() ? null : about,
        Page.isLink(speaker.link()) ? speaker.link() : null);
  }

  /**
   * The links of talks that lead to the web, each address once. Of several talks, a link that has
   * no words of its own says of which one it is.
   */
  static List<Resource> resources(List<Talk> talks) {
    Map<String, Resource> byUrl = new LinkedHashMap<>();
    for (Talk talk : talks) {
      for (TalkLink link : Objects.requireNonNullElse(talk.links(), List.<TalkLink>of())) {
        if (Page.isLink(link.url())) {
          byUrl.putIfAbsent(
              link.url(),
              new Resource(
                  link.kind().name().toLowerCase(Locale.ROOT),
                  label(link, talks.size() == 1 ? null : talk),
                  link.url(),
                  Player.of(link.url())));
        }
      }
    }
    return List.copyOf(byUrl.values());
  }

  private static String label(TalkLink link, @Nullable Talk oneOfMany) {
    String label = link.label() == null ? "" : PlainText.onOneLine(link.label());
    if (!label.isEmpty()) {
      return label;
    }
    String of = oneOfMany == null ? "" : ": " + PlainText.onOneLine(oneOfMany.title());
    return switch (link.kind()) {
      case RECORDING, SLIDES, PAPER, CODE ->
          link.kind().name().charAt(0)
              + link.kind().name().substring(1).toLowerCase(Locale.ROOT)
              + of;
      case OTHER -> link.url();
    };
  }

  /** When and where a talk was, as far as it is known; null: not at all. */
  static @Nullable String about(Talk talk) {
    List<String> parts = new ArrayList<>();
    if (talk.start() != null) {
      parts.add(Page.time(talk.start()));
    }
    if (talk.minutes() != null) {
      parts.add(talk.minutes() + " minutes");
    }
    Stream.of(talk.room(), talk.track())
        .filter(Objects::nonNull)
        .map(PlainText::onOneLine)
        .filter(text -> !text.isEmpty())
        .forEach(parts::add);
    if (talk.cancelled()) {
      parts.add("cancelled");
    }
    return parts.isEmpty() ? null : String.join(" · ", parts);
  }
}
