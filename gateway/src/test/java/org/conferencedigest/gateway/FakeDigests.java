package org.conferencedigest.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The digest of one conference, as a summary service hands it out. */
public final class FakeDigests {

  private final FakeService service;
  private final String conference;
  private final String filling;
  private volatile long revision;
  private volatile @Nullable CountDownLatch gate;

  public FakeDigests(FakeService service, String conference) {
    this(service, conference, "");
  }

  public FakeDigests(FakeService service, String conference, String filling) {
    this.service = service;
    this.conference = conference;
    this.filling = filling;
    for (String format : new String[] {"html", "md", "hugo.md", "json"}) {
      service.on(path(format), exchange -> answer(exchange, format));
    }
  }

  public String path(String format) {
    return "/api/v1/conferences/" + conference + "/digest." + format;
  }

  /** Hands out this revision from now on. */
  public FakeDigests at(long newRevision) {
    revision = newRevision;
    return this;
  }

  /** Lets requests wait until the latch is counted down. */
  public void hold(CountDownLatch latch) {
    gate = latch;
  }

  public String text(String format, long ofRevision) {
    return format + " of " + conference + " at " + ofRevision + filling;
  }

  /** How often it was asked for a format. */
  public int asked(String format) {
    return service.asked(path(format)).size();
  }

  private void answer(HttpExchange exchange, String format) throws IOException {
    long now = revision;
    CountDownLatch latch = gate;
    if (latch != null) {
      try {
        latch.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
    if (now == 0) {
      FakeService.respond(exchange, 404, "application/problem+json", "{\"status\":404}");
      return;
    }
    String etag = "\"" + format + "-" + now + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    exchange.getResponseHeaders().set("Link", "</else>; rel=\"alternate\"");
    exchange.getResponseHeaders().set("Digest-Revision", Long.toString(now));
    exchange.getResponseHeaders().set("Last-Modified", "Wed, 24 Jun 2020 10:00:00 GMT");
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
    } else {
      String type = format.equals("html") ? "text/html;charset=utf-8" : "text/plain";
      FakeService.respond(exchange, 200, type, text(format, now));
    }
  }
}
