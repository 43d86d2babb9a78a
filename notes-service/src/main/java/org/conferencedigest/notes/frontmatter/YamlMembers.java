package org.conferencedigest.notes.frontmatter;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Where the top-level members of a YAML mapping stand.
 *
 * @param indent how far its keys are indented
 * @param flowEnd where the closing brace of a mapping in braces stands; -1 for one without
 */
record YamlMembers(List<Member> list, int indent, int flowEnd) {

  /**
   * @param from where the value begins; where it would begin if it is left out
   * @param to where the value ends, without what is blank behind it
   */
  record Member(String key, int from, int to) {}

  /** How deep collections nest; stops counting beyond {@link Dialect#DEEPEST}. */
  static int depth(String content) {
    int depth = 0;
    int deepest = 0;
    for (Event event : new Parse(YamlDialect.SETTINGS).parseString(content)) {
      if (event instanceof CollectionStartEvent) {
        deepest = Math.max(deepest, ++depth);
        if (deepest > Dialect.DEEPEST) {
          return deepest;
        }
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
    }
    return deepest;
  }

  static YamlMembers of(String content) {
    List<Member> members = new ArrayList<>();
    int depth = 0;
    int indent = 0;
    int flowEnd = -1;
    boolean flow = false;
    String key = null;
    int from = 0;
    for (Event event : new Parse(YamlDialect.SETTINGS).parseString(content)) {
      int start = at(content, event.getStartMark().orElseThrow());
      int end = at(content, event.getEndMark().orElseThrow());
      if (event instanceof CollectionStartEvent) {
        depth++;
        if (depth == 1 && event instanceof MappingStartEvent mapping) {
          flow = mapping.isFlow();
        } else if (depth == 2) {
          from = start;
        }
        continue;
      }
      if (event instanceof CollectionEndEvent) {
        depth--;
        if (depth == 0 && flow) {
          flowEnd = start;
        }
      } else if (event instanceof ScalarEvent || event instanceof AliasEvent) {
        from = depth == 1 ? start : from;
      } else {
        continue;
      }
      if (depth != 1) {
        continue;
      }
      if (key == null) {
        key = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
        indent = members.isEmpty() ? event.getStartMark().orElseThrow().getColumn() : indent;
      } else {
        members.add(new Member(key, from, withoutBlankEnd(content, from, end)));
        key = null;
      }
    }
    return new YamlMembers(List.copyOf(members), flow ? 0 : indent, flowEnd);
  }

  /** A block's end mark stands before the next key: blank lines and comments lie in between. */
  private static int withoutBlankEnd(String content, int from, int end) {
    String value = content.substring(from, end);
    while (true) {
      String stripped = value.stripTrailing();
      int lastLine = stripped.lastIndexOf('\n') + 1;
      if (lastLine == 0 || !stripped.startsWith("#", lastLine)) {
        return from + stripped.length();
      }
      value = stripped.substring(0, lastLine);
    }
  }

  /** Marks count code points. */
  private static int at(String content, Mark mark) {
    return content.offsetByCodePoints(0, mark.getIndex());
  }
}
