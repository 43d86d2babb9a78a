package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A part of a rendered text and its hash, made once and shared by all renderings it occurs in. */
public final class Fragment {

  private final byte[] bytes;
  private final byte[] hash;

  private Fragment(byte[] bytes) {
    this.bytes = bytes;
    this.hash = sha256().digest(bytes);
  }

  static Fragment of(String text) {
    return new Fragment(text.getBytes(UTF_8));
  }

  /** The rest of it from one of its bytes on, which begins a character. */
  Fragment from(int first) {
    return new Fragment(Arrays.copyOfRange(bytes, first, bytes.length));
  }

  /** In UTF-8. Not to be written to. */
  byte[] bytes() {
    return bytes;
  }

  /** SHA-256 of the bytes. Not to be written to. */
  byte[] hash() {
    return hash;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
