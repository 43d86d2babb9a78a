package org.conferencedigest.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file that pages name, in memory. Its name holds a hash of its bytes. */
public final class Asset {

  private final String name;
  private final String hash;
  private final byte[] bytes;
  private final byte[] gzip;

  Asset(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    this.hash = hash(bytes);
    this.gzip = gzip(bytes);
  }

  /** Its name in the sources, for example {@code site.css}. */
  public String name() {
    return name;
  }

  /** Its name for the web, for example {@code site.0123456789abcdef.css}. */
  public String hashedName() {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + '.' + hash + name.substring(dot);
  }

  /** Where every gateway has it. */
  public String path() {
    return Assets.FOLDER + hashedName();
  }

  /** The value of {@code Content-Type}. */
  public String mediaType() {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "txt" -> "text/plain;charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "webmanifest" -> "application/manifest+json";
      default -> "application/octet-stream";
    };
  }

  /** Not to be written to. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether compression makes it smaller. */
  public boolean isCompressible() {
    return gzip.length < bytes.length;
  }

  /** The same compressed with gzip. Not to be written to. */
  public byte[] gzip() {
    return gzip;
  }

  /** The hash in its name. */
  public String hash() {
    return hash;
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
