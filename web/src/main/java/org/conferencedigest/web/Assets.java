package org.conferencedigest.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that pages name. A page names them with the hash of their bytes, so that a browser may
 * keep them for ever. Where a page and the gateway are of different builds, the gateway has another
 * hash of the same name: it hands out what it has, and says that it is not to be kept.
 *
 * <p>Scripts and styles that name others of this folder ({@code "./other.js"}, {@code
 * url(other.svg)}) name them with their hashes, too, once they are here.
 */
public final class Assets {

  /** Where all of them are. */
  public static final String FOLDER = "/assets/";

  /** Names a file after those that it names itself. */
  private static final String[] NAMES = {
    "favicon.svg",
    "site.webmanifest",
    "site.css",
    "site.js",
    "reading.js",
    "morph.js",
    "live.js",
    "editor-licences.txt",
    "editor-libraries.js",
    "desk-api.js",
    "desk-store.js",
    "desk-merge.js",
    "desk-editor.js",
    "desk-preview.js",
    "desk-note.js",
    "desk-arrange.js",
    "desk-outline.js",
    "desk-import.js",
    "desk-history.js",
    "desk-programme.js",
    "desk.css"
  };

  private static final Pattern HASHED = Pattern.compile("(.+)\\.[0-9a-f]{16}(\\.[a-z0-9]+)");
  private static final Pattern REFERENCE =
      Pattern.compile("(?<=[\"']\\./|url\\()([a-z][a-z0-9-]*\\.[a-z0-9]+)(?=[\"')])");

  private static final Map<String, Asset> ALL = load();

  private Assets() {}

  /**
   * A file by its name in the sources.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Asset get(String name) {
    Asset asset = ALL.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no asset " + name);
    }
    return asset;
  }

  /** Where a file is, for pages to name it. */
  public static String path(String name) {
    return get(name).path();
  }

  /** A file by a name in the sources, or with any hash in it. */
  public static Optional<Asset> find(String name) {
    Matcher hashed = HASHED.matcher(name);
    return Optional.ofNullable(
        ALL.get(hashed.matches() ? hashed.group(1) + hashed.group(2) : name));
  }

  private static Map<String, Asset> load() {
    Map<String, Asset> loaded = new LinkedHashMap<>();
    for (String name : NAMES) {
      byte[] bytes = read(name);
      if (name.endsWith(".js") || name.endsWith(".css")) {
        bytes = withHashes(new String(bytes, UTF_8), loaded).getBytes(UTF_8);
      }
      loaded.put(name, new Asset(name, bytes));
    }
    return loaded;
  }

  private static String withHashes(String text, Map<String, Asset> loaded) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found -> {
              Asset asset = loaded.get(found.group());
              return Matcher.quoteReplacement(asset == null ? found.group() : asset.hashedName());
            });
  }

  private static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("no asset " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
