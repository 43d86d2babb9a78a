package org.conferencedigest.events.outline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.conferencedigest.events.Slug;
import org.conferencedigest.events.Verdict;
import org.conferencedigest.events.outline.Slot.Days;
import org.conferencedigest.events.outline.Slot.Entries;
import org.conferencedigest.events.outline.Slot.Entry;
import org.conferencedigest.events.outline.Slot.Summary;
import org.conferencedigest.events.outline.Slot.Tier;
import org.conferencedigest.events.outline.Slot.Tiers;
import org.jspecify.annotations.Nullable;

/** How a slot is written: {@code <!-- digest:NAME ARGUMENT key="value" -->}. */
final class SlotSyntax {

  private static final Pattern SLOT =
      Pattern.compile(
          "<!-- digest:(?<name>[a-z]+)(?: (?<argument>[^\\s\"=]+))?(?<options>(?: [a-z]+=\"[^\"\\n]*\")*)"
              + " -->");
  private static final Pattern OPTION = Pattern.compile(" (?<key>[a-z]+)=\"(?<value>[^\"\\n]*)\"");

  private SlotSyntax() {}

  /** The slot that a line (without its end) writes, or null if it is prose. */
  static @Nullable Slot parse(String line) {
    if (!line.startsWith("<!-- digest:")) {
      return null;
    }
    Matcher matcher = SLOT.matcher(line);
    if (!matcher.matches()) {
      return null;
    }
    Slot slot = slot(matcher.group("name"), matcher.group("argument"), options(matcher));
    // Only the canonical spelling is a slot, so that an outline's text survives a round trip.
    return slot != null && print(slot).equals(line) ? slot : null;
  }

  private static Map<String, String> options(Matcher slot) {
    Map<String, String> options = new LinkedHashMap<>();
    Matcher option = OPTION.matcher(slot.group("options"));
    while (option.find()) {
      options.put(option.group("key"), option.group("value"));
    }
    return options;
  }

  private static @Nullable Slot slot(
      String name, @Nullable String argument, Map<String, String> options) {
    try {
      return switch (name) {
        case "tier" ->
            argument == null
                ? null
                : new Tier(Verdict.of(argument), options.getOrDefault("bullet", Tier.BULLET));
        case "entries" ->
            argument == null || !Slug.isValid(argument) ? null : entries(argument, options);
        case "entry" ->
            argument == null || !Slug.isValid(argument)
                ? null
                : new Entry(argument, options.getOrDefault("bullet", ""));
        case "tiers" -> new Tiers();
        case "days" -> new Days();
        case "summary" -> new Summary();
        default -> null;
      };
    } catch (DateTimeException | IllegalArgumentException notASlot) {
      return null;
    }
  }

  private static Entries entries(String section, Map<String, String> options) {
    String date = options.get("date");
    String gap = options.getOrDefault("gap", "");
    return new Entries(
        section,
        date == null ? null : LocalDate.parse(date),
        options.getOrDefault("bullet", ""),
        gap.isEmpty() ? Entries.GAP : Math.clamp(Integer.parseInt(gap), 1, 9));
  }

  static String print(Slot slot) {
    StringBuilder text = new StringBuilder("<!-- digest:");
    switch (slot) {
      case Tier tier -> {
        text.append("tier ").append(tier.verdict().word());
        option(text, "bullet", tier.bullet(), Tier.BULLET);
      }
      case Entries entries -> {
        text.append("entries ").append(entries.section());
        LocalDate date = entries.date();
        option(text, "date", date == null ? "" : date.toString(), "");
        option(text, "bullet", entries.bullet(), "");
        option(text, "gap", Integer.toString(entries.gap()), Integer.toString(Entries.GAP));
      }
      case Entry entry -> {
        text.append("entry ").append(entry.note());
        option(text, "bullet", entry.bullet(), "");
      }
      case Tiers tiers -> text.append("tiers");
      case Days days -> text.append("days");
      case Summary summary -> text.append("summary");
    }
    return text.append(" -->").toString();
  }

  private static void option(StringBuilder text, String key, String value, String byDefault) {
    if (!value.equals(byDefault)) {
      text.append(' ').append(key).append("=\"").append(value).append('"');
    }
  }
}
