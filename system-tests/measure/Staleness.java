import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how stale a digest is: from the 2xx of a write to the digest that holds it, read at the
 * gateway with the write's token. Run it on a system that runs:
 *
 * <pre>
 * java system-tests/measure/Staleness.java http://localhost:8080 TOKEN [NOTES] [WRITES] [PER_SECOND]
 * </pre>
 *
 * <p>It makes the conference {@code measure-NOTES} with that many notes and changes the entry of one
 * again and again. The first tenth of the writes warms up and is not counted.
 */
public final class Staleness {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Staleness() {}

  public static void main(String[] arguments) throws Exception {
    String server = arguments[0];
    String token = arguments[1];
    int notes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
    int writes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 100;
    double perSecond = arguments.length > 4 ? Double.parseDouble(arguments[4]) : 1;
    String conference = server + "/api/v1/conferences/measure-" + notes;

    put(conference, token, "{\"title\":\"Measured\"}");
    HttpResponse<byte[]> last = null;
    for (int i = 0; i < notes; i++) {
      last = put(conference + "/notes/n" + i, token, note("Entry of note " + i + "."));
    }
    read(conference, last);

    int warmUp = writes / 10;
    long[] write = new long[writes];
    long[] stale = new long[writes];
    for (int i = -warmUp; i < writes; i++) {
      long begin = System.nanoTime();
      HttpResponse<byte[]> accepted =
          put(conference + "/notes/n" + notes / 2, token, note("Changed for the time " + begin));
      long answered = System.nanoTime();
      read(conference, accepted);
      long seen = System.nanoTime();
      if (i >= 0) {
        write[i] = answered - begin;
        stale[i] = seen - answered;
      }
      LockSupport.parkNanos((long) (1e9 / perSecond) - (seen - begin));
    }
    print("write", write);
    print("staleness", stale);
  }

  private static String note(String entry) {
    return "{\"title\":\"A talk\",\"date\":\"2020-06-24\",\"body\":\"What was said.\","
        + "\"review\":{\"entry\":\""
        + entry
        + "\"}}";
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
        HttpRequest.newBuilder(URI.create(conference + "/digest.md"))
            .header("Digest-After", write.headers().firstValue("Digest-After").orElseThrow())
            .header("Prefer", "wait=10"));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(response + ": " + new String(response.body()));
    }
    return response;
  }

  private static void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-10s median %6.1f ms   p90 %6.1f   p99 %6.1f   max %6.1f   (%d times)%n",
        what,
        at(nanos, 0.5),
        at(nanos, 0.9),
        at(nanos, 0.99),
        at(nanos, 1),
        nanos.length);
  }

  private static double at(long[] sorted, double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }
}
