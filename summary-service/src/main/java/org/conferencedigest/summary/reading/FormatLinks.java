package org.conferencedigest.summary.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conferencedigest.summary.render.Format;
import org.conferencedigest.summary.render.HugoZip;

/** Where a digest is found in other formats, as the value of {@code Link} (RFC 8288). */
final class FormatLinks {

  private FormatLinks() {}

  /** The links of a digest in one format: to all others, and from data to its schema. */
  static String of(String conference, Format own) {
    String base =
        "/api/v1/conferences/" + URLEncoder.encode(conference, UTF_8).replace("+", "%20") + "/";
    List<String> links = new ArrayList<>();
    if (own == Format.JSON) {
      links.add(link(SchemaController.ADDRESS, "describedby", SchemaController.MEDIA_TYPE));
    }
    Arrays.stream(Format.values())
        .filter(format -> format != own)
        .map(format -> alternate(base + "digest." + format.suffix(), format.mediaType()))
        .forEach(links::add);
    links.add(alternate(base + "hugo.zip", HugoZip.MEDIA_TYPE));
    return String.join(", ", links);
  }

  private static String alternate(String address, String mediaType) {
    return link(address, "alternate", mediaType);
  }

  private static String link(String address, String relation, String mediaType) {
    return "<" + address + ">; rel=\"" + relation + "\"; type=\"" + mediaType + "\"";
  }
}
