package org.conferencedigest.gateway.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that every page may need, in memory. */
final class Asset {

  private final String mediaType;
  private final byte[] bytes;
  private final String etag;

  private Asset(String mediaType, byte[] bytes) {
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.etag = '"' + hash(bytes) + '"';
  }

  /** A file of the folder {@code assets} on the class path. */
  static Asset load(String name) {
    try (InputStream in = Asset.class.getResourceAsStream("/assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no asset " + name);
      }
      return new Asset(mediaType(name), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> "application/octet-stream";
    };
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  String mediaType() {
    return mediaType;
  }

  byte[] bytes() {
    return bytes;
  }

  String etag() {
    return etag;
  }
}
