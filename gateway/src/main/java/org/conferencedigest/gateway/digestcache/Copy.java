package org.conferencedigest.gateway.digestcache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A digest in one format at one revision, as it goes out. */
final class Copy implements Held {

  /** Set apart, since a strong tag is of the bytes, and these are others. */
  private static final String GZIP_MARK = "-gzip";

  private static final int OVERHEAD = 1_024;

  private final long revision;
  private final String tag;
  private final String lastModified;
  private final String contentType;
  private final String links;
  private final byte[] bytes;
  private final long confirmedAt;
  private @Nullable CompletableFuture<byte[]> gzip;
  private volatile boolean read;

  /**
   * @param tag the strong entity tag of the bytes, without its quotes
   * @param links the value of {@code Link}; empty for none
   */
  Copy(
      long revision,
      String tag,
      String lastModified,
      String contentType,
      String links,
      byte[] bytes,
      long confirmedAt) {
    this.revision = revision;
    this.tag = tag;
    this.lastModified = lastModified;
    this.contentType = contentType;
    this.links = links;
    this.bytes = bytes;
    this.confirmedAt = confirmedAt;
  }

  /** The same bytes, found to be still right, and those of this revision. */
  Copy confirmed(long newRevision, String newLastModified, long at) {
    Copy copy = new Copy(newRevision, tag, newLastModified, contentType, links, bytes, at);
    synchronized (this) {
      copy.gzip = gzip;
    }
    return copy;
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public long confirmedAt() {
    return confirmedAt;
  }

  @Override
  public int weight() {
    // The compressed bytes come later, when somebody asks for them; their room is kept.
    return (int) Math.min(Integer.MAX_VALUE, OVERHEAD + bytes.length + bytes.length / 3L);
  }

  String tag() {
    return tag;
  }

  String lastModified() {
    return lastModified;
  }

  String contentType() {
    return contentType;
  }

  String links() {
    return links;
  }

  byte[] bytes() {
    return bytes;
  }

  /** The tag of the bytes in one coding, with its quotes. */
  String etag(boolean gzipped) {
    return gzipped ? '"' + tag + GZIP_MARK + '"' : '"' + tag + '"';
  }

  /** Whether a tag, without its quotes, is of this copy in either coding. */
  boolean isTagged(String other) {
    return other.startsWith(tag)
        && (other.length() == tag.length()
            || (other.length() == tag.length() + GZIP_MARK.length() && other.endsWith(GZIP_MARK)));
  }

  void markRead() {
    if (!read) {
      read = true;
    }
  }

  boolean wasRead() {
    return read;
  }

  /**
   * The bytes compressed; the first to ask has them made, once for all. If that fails, the next to
   * ask has it tried again.
   */
  synchronized CompletableFuture<byte[]> gzip(Executor executor) {
    if (gzip == null || gzip.isCompletedExceptionally()) {
      gzip = CompletableFuture.supplyAsync(() -> compress(bytes), executor);
    }
    return gzip;
  }

  private static byte[] compress(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream out =
        new GZIPOutputStream(compressed) {
          {
            def.setLevel(Deflater.DEFAULT_COMPRESSION);
          }
        }) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
