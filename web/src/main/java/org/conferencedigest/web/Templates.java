package org.conferencedigest.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/**
 * The templates of this module, compiled by its build. What a template shows is escaped where it
 * stands, unless the template says that it is HTML.
 */
public final class Templates {

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          "org.conferencedigest.web.template");

  private Templates() {}

  /**
   * Renders a template.
   *
   * @param name of its file, without {@code .jte}
   * @param parameters all that it asks for
   */
  public static String render(String name, Map<String, ?> parameters) {
    StringOutput output = new StringOutput();
    render(name, parameters, output);
    return output.toString();
  }

  /** A page cut where its content goes. */
  public record Frame(String before, String after) {}

  /**
   * Renders a template without what stands in its parameter {@code content}.
   *
   * @param parameters all others that it asks for
   */
  public static Frame frame(String name, Map<String, ?> parameters) {
    StringOutput output = new StringOutput();
    int[] cut = {0};
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("content", (Content) inner -> cut[0] = output.toString().length());
    render(name, all, output);
    String whole = output.toString();
    return new Frame(whole.substring(0, cut[0]), whole.substring(cut[0]));
  }

  private static void render(String name, Map<String, ?> parameters, TemplateOutput output) {
    @SuppressWarnings("unchecked") // it is only read
    Map<String, Object> any = (Map<String, Object>) parameters;
    ENGINE.render(name + ".jte", any, output);
  }
}
