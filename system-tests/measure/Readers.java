import java.net.URI;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long a change takes to reach all open pages of a conference: from the beginning of a
 * write to the event on each stream. Run it on a system that runs, with {@code
 * DIGEST_TRUSTED_PROXIES=1} in its environment, so that each page may come from an address of its
 * own:
 *
 * <pre>
 * java system-tests/measure/Readers.java http://localhost:8080 TOKEN [PAGES] [CHANGES] [PER_SECOND] [GATEWAY_PID]
 * </pre>
 *
 * <p>With the gateway's process id it also tells how much memory the open streams take.
 */
public final class Readers {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Readers() {}

  /** One open page: what of an event has come so far, and the last revision. */
  private static final class Reader {
    private final StringBuilder line = new StringBuilder();
    private long first = -1;
    private long last = -1;
    private long gaps;
    private int changes;
  }

  public static void main(String[] arguments) throws Exception {
    URI server = URI.create(arguments[0]);
    String token = arguments[1];
    int pages = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1000;
    int changes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 300;
    double perSecond = arguments.length > 4 ? Double.parseDouble(arguments[4]) : 10;
    String pid = arguments.length > 5 ? arguments[5] : null;
    String conference = server + "/api/v1/conferences/readers";

    put(conference, token, "{\"title\":\"Readers\"}");
    for (int i = 0; i < 20; i++) {
      read(conference, put(conference + "/notes/n" + i, token, note("Entry " + i + ".")));
    }
    long before = memory(pid);
    Selector selector = Selector.open();
    Reader[] readers = new Reader[pages];
    for (int i = 0; i < pages; i++) {
      readers[i] = open(server, selector, i);
    }
    AtomicLongArray sentAt = new AtomicLongArray(changes);
    long[] delays = new long[pages * changes];
    Arrays.fill(delays, -1);
    long opened = System.nanoTime();
    while (System.nanoTime() - opened < 3_000_000_000L) {
      poll(selector, sentAt, delays, changes);
    }
    System.out.printf(Locale.ROOT, "pages      %d open", pages);
    if (pid != null) {
      System.out.printf(
          Locale.ROOT, ", %.1f KiB of the gateway's memory each", (memory(pid) - before) / (double) pages);
    }
    System.out.println();

    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  long begin = System.nanoTime();
                  for (int i = 0; i < changes; i++) {
                    long due = begin + (long) (i * 1e9 / perSecond);
                    LockSupport.parkNanos(due - System.nanoTime());
                    sentAt.set(i, System.nanoTime());
                    try {
                      read(conference, put(conference + "/notes/n" + i % 20, token, note("#" + i + "#")));
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  }
                });
    long end = 0;
    while (end == 0 || System.nanoTime() < end) {
      poll(selector, sentAt, delays, changes);
      if (end == 0 && !writer.isAlive()) {
        end = System.nanoTime() + 3_000_000_000L;
      }
    }
    long gaps = Arrays.stream(readers).mapToLong(reader -> reader.gaps).sum();
    long behind =
        Arrays.stream(readers).mapToLong(r -> r.last).max().orElse(0) * pages
            - Arrays.stream(readers).mapToLong(r -> r.last).sum();
    long received = Arrays.stream(readers).mapToLong(reader -> reader.changes).sum();
    long[] got = Arrays.stream(delays).filter(delay -> delay >= 0).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "changes    %d on %d pages: %d events, %d revisions missed, %d behind at the end%n",
        changes, pages, received, gaps, behind);
    System.out.printf(
        Locale.ROOT,
        "delay      median %.1f ms   p90 %.1f   p99 %.1f   max %.1f%n",
        at(got, 0.5), at(got, 0.9), at(got, 0.99), at(got, 1));
    System.exit(gaps + behind == 0 ? 0 : 1);
  }

  private static Reader open(URI server, Selector selector, int number) throws Exception {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
    String request =
        "GET /api/v1/conferences/readers/digest/changes HTTP/1.1\r\nHost: "
            + server.getAuthority()
            + "\r\nAccept: text/event-stream\r\nX-Forwarded-For: 10."
            + number / 62500 + "." + number / 250 % 250 + "." + (number % 250 + 1)
            + "\r\n\r\n";
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    Reader reader = new Reader();
    channel.register(selector, SelectionKey.OP_READ, reader);
    return reader;
  }

  private static void poll(Selector selector, AtomicLongArray sentAt, long[] delays, int changes)
      throws Exception {
    selector.select(100);
    ByteBuffer buffer = ByteBuffer.allocate(65536);
    for (SelectionKey key : selector.selectedKeys()) {
      buffer.clear();
      if (((SocketChannel) key.channel()).read(buffer) < 0) {
        key.cancel();
        continue;
      }
      long now = System.nanoTime();
      Reader reader = (Reader) key.attachment();
      for (int i = 0; i < buffer.position(); i++) {
        char c = (char) buffer.get(i);
        if (c != '\n') {
          reader.line.append(c);
          continue;
        }
        String line = reader.line.toString();
        reader.line.setLength(0);
        if (line.startsWith("id: ")) {
          take(reader, Long.parseLong(line.substring(4).strip()), now, sentAt, delays, changes);
        }
      }
    }
    selector.selectedKeys().clear();
  }

  /** Each write is one revision, since each is read before the next one is sent. */
  private static void take(
      Reader reader, long revision, long now, AtomicLongArray sentAt, long[] delays, int changes) {
    if (reader.first < 0) {
      reader.first = revision;
      reader.last = revision;
      return;
    }
    reader.gaps += Math.max(0, revision - reader.last - 1);
    reader.last = revision;
    int write = (int) (revision - reader.first - 1);
    if (write >= 0 && write < changes && sentAt.get(write) > 0) {
      reader.changes++;
      for (int i = write; i < delays.length; i += changes) {
        if (delays[i] < 0) {
          delays[i] = now - sentAt.get(write);
          break;
        }
      }
    }
  }

  private static long memory(String pid) throws Exception {
    if (pid == null) {
      return 0;
    }
    for (String line :
        java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc", pid, "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return 0;
  }

  private static String note(String entry) {
    return "{\"title\":\"A talk\",\"date\":\"2020-06-24\",\"body\":\"What was said.\","
        + "\"review\":{\"entry\":\"" + entry + System.nanoTime() + "\"}}";
  }

  private static HttpResponse<byte[]> put(String url, String token, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json)));
  }

  private static void read(String conference, HttpResponse<byte[]> write) throws Exception {
    send(
        HttpRequest.newBuilder(URI.create(conference + "/digest.json"))
            .header("Digest-After", write.headers().firstValue("Digest-After").orElseThrow())
            .header("Prefer", "wait=10"));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response + ": " + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response;
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }
}
