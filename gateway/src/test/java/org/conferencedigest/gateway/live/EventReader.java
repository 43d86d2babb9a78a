package org.conferencedigest.gateway.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.conferencedigest.gateway.Await;
import org.conferencedigest.gateway.RunningGateway;

/** A client of a stream of events. */
final class EventReader implements AutoCloseable {

  /** One event. */
  record Event(String id, String name, String data) {}

  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final HttpResponse<InputStream> response;
  private volatile boolean ended;

  private EventReader(HttpResponse<InputStream> response) {
    this.response = response;
    Thread.ofVirtual().start(this::read);
  }

  static EventReader open(RunningGateway gateway, String path, String... headers) {
    try {
      var request = gateway.request(path).header("Accept", "text/event-stream");
      if (headers.length > 0) {
        request.headers(headers);
      }
      return new EventReader(gateway.client().send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<?> response() {
    return response;
  }

  List<Event> events() {
    return events;
  }

  List<String> comments() {
    return comments;
  }

  boolean hasEnded() {
    return ended;
  }

  List<String> ids() {
    return events.stream().filter(e -> e.name().equals("change")).map(Event::id).toList();
  }

  void awaitIds(String... ids) {
    Await.until("events " + List.of(ids) + ", got " + ids(), () -> ids().size() >= ids.length);
  }

  private void read() {
    String id = "";
    String name = "";
    String data = "";
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty()) {
          if (!data.isEmpty()) {
            events.add(new Event(id, name, data));
          }
          name = "";
          data = "";
        } else if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          name = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
    } catch (IOException e) {
      comments.add("broken off: " + e.getMessage());
    } finally {
      ended = true;
    }
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
