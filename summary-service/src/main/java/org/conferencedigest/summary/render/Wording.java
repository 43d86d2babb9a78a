package org.conferencedigest.summary.render;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What becomes of an author's text in a Markdown format. */
enum Wording implements UnaryOperator<String> {
  /** It stays as it was written. */
  VERBATIM {
    @Override
    public String apply(String markdown) {
      return markdown;
    }
  },
  /** Without what only Hugo understands. */
  PORTABLE {
    @Override
    public String apply(String markdown) {
      String plain = Shortcodes.strip(markdown);
      return plain.contains("more") ? FOLD.matcher(plain).replaceAll("") : plain;
    }
  },
  /** For Jekyll, by an author who writes for Jekyll: Liquid is meant. */
  LIQUID {
    @Override
    public String apply(String markdown) {
      return Shortcodes.strip(markdown);
    }
  },
  /** For Jekyll, by an author who does not: what Liquid would run shows as it was written. */
  LIQUID_SAFE {
    @Override
    public String apply(String markdown) {
      return OPENING.matcher(Shortcodes.strip(markdown)).replaceAll("{{ \"$0\" }}");
    }
  };

  /** The line that ends a post's summary, and a blank line below it. */
  private static final Pattern FOLD =
      Pattern.compile(
          "(?m)^[ \\t]*<!--[ \\t]*more[ \\t]*-->[ \\t]*(?:\\r?\\n(?:[ \\t]*\\r?\\n)?|\\z)");

  /** Where Liquid begins to read. */
  private static final Pattern OPENING = Pattern.compile("\\{[{%]");
}
