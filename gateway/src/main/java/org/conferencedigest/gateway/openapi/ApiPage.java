package org.conferencedigest.gateway.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.conferencedigest.gateway.web.Html;
import org.conferencedigest.web.Head;

/**
 * The description of the API as a page to read, made here: it needs no script, and reads the same
 * in every browser, on paper, and to a screen reader.
 */
final class ApiPage {

  /** What stands in a description where nobody described an answer. */
  private static final Pattern UNTOLD = Pattern.compile("\\w+ \\d{3} response");

  private static final List<String> METHODS = List.of("get", "head", "post", "put", "delete");

  private final Map<String, Object> api;
  private final StringBuilder html = new StringBuilder();

  ApiPage(Map<String, Object> api) {
    this.api = api;
  }

  String html() {
    Map<String, Object> info = Tree.map(api, "info");
    line("<h1>%s: the API</h1>", Tree.text(info, "title"));
    line("<p>%s</p>", Tree.text(info, "description"));
    html.append("<p>For programs: <a href=\"/openapi.yaml\">openapi.yaml</a></p>\n");
    Map<String, List<Operation>> groups = groups();
    groups.forEach(
        (tag, operations) -> {
          line("<h2>%s</h2>", tag);
          operations.forEach(this::operation);
        });
    schemas();
    return Html.page(
        Head.of("Conference Digest: the API")
            .withDescription("Every address of Conference Digest, what it takes and answers."),
        "api",
        html.toString());
  }

  private record Operation(String method, String path, Map<String, Object> description) {}

  private Map<String, List<Operation>> groups() {
    Map<String, List<Operation>> groups = new LinkedHashMap<>();
    Tree.map(api, "paths")
        .forEach(
            (path, operations) -> {
              for (String method : METHODS) {
                Map<String, Object> found = Tree.map(Tree.map(operations), method);
                if (!found.isEmpty()) {
                  groups
                      .computeIfAbsent(tag(found, path), t -> new ArrayList<>())
                      .add(new Operation(method, path, found));
                }
              }
            });
    return groups;
  }

  private static String tag(Map<String, Object> operation, String path) {
    List<?> tags = Tree.list(operation, "tags");
    if (!tags.isEmpty()) {
      return String.valueOf(tags.getFirst());
    }
    for (String word : List.of("digest", "notes", "talks")) {
      if (path.contains("/" + word)) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
      }
    }
    return "Conferences";
  }

  private void operation(Operation operation) {
    Map<String, Object> description = operation.description();
    html.append("<section class=\"operation\">\n<h3><span class=\"method\">")
        .append(operation.method().toUpperCase(Locale.ROOT))
        .append("</span> <code>")
        .append(Html.escape(operation.path()))
        .append("</code></h3>\n");
    line("<p>%s</p>", Tree.text(description, "summary"));
    line("<p>%s</p>", Tree.text(description, "description"));
    parameters(Tree.list(description, "parameters"));
    body(resolved(Tree.map(description, "requestBody")));
    responses(Tree.map(description, "responses"));
    html.append("</section>\n");
  }

  private void parameters(List<?> parameters) {
    if (parameters.isEmpty()) {
      return;
    }
    html.append("<h4>Parameters</h4>\n<table>\n");
    for (Object each : parameters) {
      Map<String, Object> parameter = resolved(Tree.map(each));
      row(
          "<code>" + Html.escape(Tree.text(parameter, "name")) + "</code>",
          Html.escape(Tree.text(parameter, "in")),
          type(Tree.map(parameter, "schema")),
          Html.escape(Tree.text(parameter, "description")));
    }
    html.append("</table>\n");
  }

  private void body(Map<String, Object> body) {
    Map<String, Object> content = Tree.map(body, "content");
    if (content.isEmpty()) {
      return;
    }
    html.append("<h4>Body</h4>\n<table>\n");
    content.forEach(
        (media, value) ->
            row(
                "<code>" + Html.escape(media) + "</code>",
                type(Tree.map(Tree.map(value), "schema"))));
    html.append("</table>\n");
  }

  private void responses(Map<String, Object> responses) {
    html.append("<h4>Answers</h4>\n<table>\n");
    responses.forEach(
        (status, value) -> {
          Map<String, Object> response = resolved(Tree.map(value));
          List<String> types = new ArrayList<>();
          Tree.map(response, "content")
              .forEach(
                  (media, schema) ->
                      types.add(
                          "<code>"
                              + Html.escape(media)
                              + "</code> "
                              + type(Tree.map(Tree.map(schema), "schema"))));
          row(
              Html.escape(status),
              Html.escape(
                  UNTOLD.matcher(Tree.text(response, "description")).matches()
                      ? ""
                      : Tree.text(response, "description")),
              String.join("<br>", types));
        });
    html.append("</table>\n");
  }

  private void schemas() {
    Map<String, Object> schemas = Tree.map(Tree.map(api, "components"), "schemas");
    if (schemas.isEmpty()) {
      return;
    }
    html.append("<h2>Data</h2>\n");
    schemas.forEach(
        (name, value) -> {
          Map<String, Object> schema = Tree.map(value);
          html.append("<section>\n<h3 id=\"").append(anchor(name)).append("\">");
          html.append(Html.escape(words(name))).append("</h3>\n");
          line("<p>%s</p>", Tree.text(schema, "description"));
          List<?> required = Tree.list(schema, "required");
          html.append("<table>\n");
          Tree.map(schema, "properties")
              .forEach(
                  (property, each) ->
                      row(
                          "<code>" + Html.escape(property) + "</code>",
                          type(Tree.map(each)),
                          required.contains(property) ? "required" : "",
                          Html.escape(Tree.text(Tree.map(each), "description"))));
          html.append("</table>\n</section>\n");
        });
  }

  /** A schema in a few words; other schemas as links. */
  private String type(Map<String, Object> schema) {
    String reference = Tree.text(schema, "$ref");
    if (!reference.isEmpty()) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      return "<a href=\"#" + anchor(name) + "\">" + Html.escape(words(name)) + "</a>";
    }
    for (String choice : List.of("allOf", "anyOf", "oneOf")) {
      List<?> parts = Tree.list(schema, choice);
      if (!parts.isEmpty()) {
        return String.join(" or ", parts.stream().map(part -> type(Tree.map(part))).toList());
      }
    }
    List<?> values = Tree.list(schema, "enum");
    if (!values.isEmpty()) {
      return Html.escape(String.join(" | ", values.stream().map(String::valueOf).toList()));
    }
    Object type = schema.get("type");
    if ("array".equals(type)) {
      return "list of " + type(Tree.map(schema, "items"));
    }
    String format = Tree.text(schema, "format");
    String word =
        type instanceof List<?> types
            ? String.join(" or ", types.stream().map(String::valueOf).toList())
            : Tree.text(schema, "type");
    return Html.escape(format.isEmpty() ? word : word + " (" + format + ")");
  }

  private Map<String, Object> resolved(Map<String, Object> value) {
    String reference = Tree.text(value, "$ref");
    if (!reference.startsWith("#/")) {
      return value;
    }
    Map<String, Object> found = api;
    for (String step : reference.substring(2).split("/", -1)) {
      found = Tree.map(found, step);
    }
    return found;
  }

  /** The name of a schema; that of a generic one, such as {@code Listing_Note_}, in words. */
  private static String words(String name) {
    return name.replaceAll("_+$", "").replace("_", " of ");
  }

  private static String anchor(String name) {
    return "schema-" + Html.escape(name);
  }

  /** A line with one text in it, if there is a text. */
  private void line(String format, String text) {
    if (!text.isBlank()) {
      html.append(format.formatted(Html.escape(text))).append('\n');
    }
  }

  private void row(String... cells) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append("<td>").append(cell).append("</td>");
    }
    html.append("</tr>\n");
  }
}
