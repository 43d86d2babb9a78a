package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * A rendered text: fragments one behind the other. Renderings of documents that differ little share
 * most of their fragments; the text is put together only when it is read.
 */
public final class Rendered {

  private final List<Fragment> fragments;
  private final String etag;
  private final long length;

  Rendered(List<Fragment> fragments) {
    // An empty one would change the tag, though not the text.
    this.fragments = fragments.stream().filter(one -> one.bytes().length > 0).toList();
    MessageDigest hash = Fragment.sha256();
    long bytes = 0;
    for (Fragment fragment : this.fragments) {
      hash.update(fragment.hash());
      bytes += fragment.bytes().length;
    }
    this.length = bytes;
    this.etag = Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
  }

  public List<Fragment> fragments() {
    return fragments;
  }

  /**
   * A strong entity tag without its quotes: a hash over the hashes of the fragments, so equal tags
   * mean equal bytes.
   */
  public String etag() {
    return etag;
  }

  /** How many bytes it has. */
  public long length() {
    return length;
  }

  /** The whole in UTF-8. */
  public byte[] bytes() {
    byte[] whole = new byte[Math.toIntExact(length)];
    int at = 0;
    for (Fragment fragment : fragments) {
      System.arraycopy(fragment.bytes(), 0, whole, at, fragment.bytes().length);
      at += fragment.bytes().length;
    }
    return whole;
  }

  public void writeTo(OutputStream out) throws IOException {
    for (Fragment fragment : fragments) {
      out.write(fragment.bytes());
    }
  }

  /** The whole as text. */
  public String text() {
    return new String(bytes(), UTF_8);
  }
}
