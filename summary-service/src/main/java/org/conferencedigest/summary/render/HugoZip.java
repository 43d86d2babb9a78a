package org.conferencedigest.summary.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.conferencedigest.summary.digest.DigestDocument;
import org.conferencedigest.summary.digest.DigestNote;
import org.conferencedigest.summary.digest.DigestText;
import org.conferencedigest.summary.digest.Memo;

/**
 * The folder to drop into a Hugo site's {@code content/}: the digest and the pages of the published
 * notes, as a zip, and placeholders for the pages they link to elsewhere. Equal documents give
 * equal bytes.
 */
public final class HugoZip {

  public static final String MEDIA_TYPE = "application/zip";

  /** The first moment that a zip can tell, in no zone. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, Fragment> files = new TreeMap<>();

  private HugoZip(DigestDocument document) {
    HugoFolderLinks links = new HugoFolderLinks(HugoLinks.of(document));
    HugoFolderLinks ofPost = new HugoFolderLinks(HugoLinks.ofPost(document));
    List<DigestText> bodies = new ArrayList<>();
    for (DigestNote note : document.notes()) {
      DigestText body = document.body(note);
      bodies.add(body);
      files.put(HugoPaths.notePage(document, note.slug()), page(note, body, links));
    }
    files.put(
        HugoPaths.digestPage(document), Fragment.of(MarkdownPost.hugo(document, ofPost).text()));
    addPlaceholders(links.placeholders(bodies));
    addPlaceholders(ofPost.placeholders(MarkdownPost.texts(document)));
  }

  private void addPlaceholders(Map<String, HugoPlaceholder> placeholders) {
    placeholders.forEach((file, placeholder) -> files.putIfAbsent(file, placeholder.content()));
  }

  public static HugoZip of(DigestDocument document) {
    return new HugoZip(document);
  }

  private record Key(HugoFolderLinks links, String frontMatter) implements Memo.Key<Fragment> {}

  private static Fragment page(DigestNote note, DigestText body, HugoFolderLinks links) {
    String frontMatter = note.source().frontMatter();
    return body.memo()
        .get(new Key(links, frontMatter), () -> Fragment.of(frontMatter + body.resolve(links)));
  }

  /** The names of the files, in order. */
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** A strong entity tag without its quotes. */
  public String etag() {
    MessageDigest hash = Fragment.sha256();
    files.forEach(
        (name, file) -> {
          hash.update(name.getBytes(UTF_8));
          hash.update((byte) 0);
          hash.update(file.hash());
        });
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
  }

  /** Writes the zip; leaves the stream open. */
  public void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
    // Not compressed: what a compressor writes differs from one version of it to the next.
    zip.setMethod(ZipOutputStream.STORED);
    for (Map.Entry<String, Fragment> file : files.entrySet()) {
      byte[] bytes = file.getValue().bytes();
      CRC32 crc = new CRC32();
      crc.update(bytes);
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTimeLocal(ALWAYS);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    }
    zip.finish();
  }
}
