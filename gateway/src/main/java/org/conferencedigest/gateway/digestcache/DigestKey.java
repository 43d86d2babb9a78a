package org.conferencedigest.gateway.digestcache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** One digest in one format. */
record DigestKey(String conference, Format format) {

  /** Where the summary service has it. */
  String target() {
    return DigestAddress.API
        + URLEncoder.encode(conference, UTF_8).replace("+", "%20")
        + "/digest."
        + format.suffix();
  }
}
