package org.conferencedigest.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself to browsers, search engines and social networks.
 *
 * @param title of the page; the product's name is put behind it
 * @param canonical the one address of the page; null: it has none
 * @param description a sentence or two; null: none
 * @param alternates the same in other formats
 * @param styles style sheets beside the one of all pages, by their names in the sources
 * @param scripts modules beside the one of all pages, by their names in the sources
 * @param data the page as schema.org has it, as JSON-LD; null: none
 * @param indexed whether search engines may list it
 */
public record Head(
    String title,
    @Nullable String canonical,
    @Nullable String description,
    List<Alternate> alternates,
    List<String> styles,
    List<String> scripts,
    @Nullable String data,
    boolean indexed) {

  public Head {
    alternates = List.copyOf(alternates);
    styles = List.copyOf(styles);
    scripts = List.copyOf(scripts);
  }

  /** The page in another format. */
  public record Alternate(String mediaType, String href, String title) {}

  /** The head of a page that says no more than its title. */
  public static Head of(String title) {
    return new Head(title, null, null, List.of(), List.of(), List.of(), null, true);
  }

  public Head withCanonical(String address) {
    return new Head(title, address, description, alternates, styles, scripts, data, indexed);
  }

  public Head withDescription(@Nullable String sentence) {
    return new Head(title, canonical, sentence, alternates, styles, scripts, data, indexed);
  }

  public Head withAlternate(String mediaType, String href, String name) {
    return new Head(
        title,
        canonical,
        description,
        and(alternates, new Alternate(mediaType, href, name)),
        styles,
        scripts,
        data,
        indexed);
  }

  public Head withStyle(String asset) {
    return new Head(
        title, canonical, description, alternates, and(styles, asset), scripts, data, indexed);
  }

  public Head withScript(String asset) {
    return new Head(
        title, canonical, description, alternates, styles, and(scripts, asset), data, indexed);
  }

  public Head withData(String jsonLd) {
    return new Head(title, canonical, description, alternates, styles, scripts, jsonLd, indexed);
  }

  public Head notIndexed() {
    return new Head(title, canonical, description, alternates, styles, scripts, data, false);
  }

  /** JSON that no HTML parser takes for an end of its element. */
  public String dataInHtml() {
    return data == null ? "" : data.replace("<", "\\u003c");
  }

  private static <T> List<T> and(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return all;
  }
}
