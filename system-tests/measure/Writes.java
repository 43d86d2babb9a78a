import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how many writes a second the notes service takes, in turn with {@code pgbench} doing the
 * two inserts of such a write, bare, on the same database. Run it on a machine that {@code ./digest
 * run} keeps, with {@code pgbench} on the path:
 *
 * <pre>
 * java system-tests/measure/Writes.java DATA TOKEN [CLIENTS] [SECONDS] [ROUNDS]
 * </pre>
 *
 * <p>Each write creates a published note, so that it makes a note, its revision and its event. The
 * relay and the summary service work on what is written meanwhile, as they would anywhere. The first
 * round warms up and is not counted. Tables and notes of the measurement are deleted at the end.
 */
public final class Writes {

  private static final String CONFERENCE = "measure-writes";
  private static final String TEXT = "What was said, in one line of some length. ".repeat(24);
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Path data;
  private final String token;
  private final int clients;
  private final int seconds;
  private final Properties addresses = new Properties();
  private final Properties passwords = new Properties();

  private Writes(Path data, String token, int clients, int seconds) throws Exception {
    this.data = data;
    this.token = token;
    this.clients = clients;
    this.seconds = seconds;
    try (var in = Files.newBufferedReader(data.resolve("addresses.properties"))) {
      addresses.load(in);
    }
    try (var in = Files.newBufferedReader(data.resolve("keys/database-passwords"))) {
      passwords.load(in);
    }
  }

  public static void main(String[] arguments) throws Exception {
    int clients = number(arguments, 2, 8);
    int seconds = number(arguments, 3, 10);
    int rounds = number(arguments, 4, 5);
    new Writes(Path.of(arguments[0]), arguments[1], clients, seconds).measure(rounds);
  }

  private static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
  }

  private void measure(int rounds) throws Exception {
    Path script = Files.createTempFile("two-inserts", ".sql");
    try {
      Files.writeString(
          script,
          """
          begin;
          insert into measure_note (conference, slug, body, changed_at) \
          values ('measure', gen_random_uuid()::text, '%1$s', now());
          insert into measure_outbox (lane, topic, body, created_at) \
          values (1, 'talk-reviewed', '%1$s', now());
          end;
          """
              .formatted(TEXT));
      sql(
          """
          create table measure_note (conference text, slug text, body text,
            changed_at timestamptz, primary key (conference, slug));
          create table measure_outbox (id bigint generated always as identity primary key,
            lane smallint, topic text, body text, created_at timestamptz)""");
      String notes = addresses.getProperty("notes-service");
      put(notes + "/api/v1/conferences/" + CONFERENCE + "-0", "{\"title\":\"Measured\"}");
      List<Double> bare = new ArrayList<>();
      List<Double> whole = new ArrayList<>();
      for (int round = 0; round <= rounds; round++) {
        double two = pgbench(script);
        double service = service(notes, round);
        System.out.printf(
            Locale.ROOT,
            "%-8s two inserts %7.0f/s   notes service %7.0f/s   ratio %.2f%n",
            round == 0 ? "warm-up" : "round " + round,
            two,
            service,
            service / two);
        if (round > 0) {
          bare.add(two);
          whole.add(service);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "median   two inserts %7.0f/s   notes service %7.0f/s   ratio %.2f   (%d clients)%n",
          median(bare),
          median(whole),
          median(whole) / median(bare),
          clients);
    } finally {
      Files.delete(script);
      sql("drop table if exists measure_note, measure_outbox");
      for (int round = 0; round <= rounds; round++) {
        send(request(conference(round)).DELETE());
      }
    }
  }

  private double pgbench(Path script) throws Exception {
    Matcher tps =
        TPS.matcher(
            run(
                "pgbench",
                "--no-vacuum",
                "--protocol=prepared",
                "--file=" + script,
                "--client=" + clients,
                "--time=" + seconds));
    if (!tps.find()) {
      throw new IllegalStateException("pgbench did not say how fast it was");
    }
    return Double.parseDouble(tps.group(1));
  }

  private double service(String notes, int round) throws Exception {
    String conference = conference(round);
    put(conference, "{\"title\":\"Measured\"}");
    String note =
        "{\"title\":\"A talk\",\"date\":\"2020-06-24\",\"body\":\"" + TEXT + "\"}";
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    List<Future<Long>> written = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int client = 0; client < clients; client++) {
        String prefix = conference + "/notes/n" + client + "-";
        written.add(
            threads.submit(
                () -> {
                  long count = 0;
                  while (System.nanoTime() < end) {
                    put(prefix + count++, note);
                  }
                  return count;
                }));
      }
    }
    long all = 0;
    for (Future<Long> count : written) {
      all += count.get();
    }
    return all / ((System.nanoTime() - begin) / 1e9);
  }

  private String conference(int round) {
    return addresses.getProperty("notes-service") + "/api/v1/conferences/" + CONFERENCE + "-" + round;
  }

  private HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
  }

  private void put(String url, String json) throws Exception {
    HttpResponse<String> answer =
        send(
            request(url)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer + ": " + answer.body());
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private void sql(String statements) throws Exception {
    run("psql", "--quiet", "--set=ON_ERROR_STOP=1", "--command=" + statements);
  }

  private String run(String... command) throws Exception {
    URI database =
        URI.create(addresses.getProperty("postgresql").substring("jdbc:".length()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "PGHOST", database.getHost(),
                "PGPORT", String.valueOf(database.getPort()),
                "PGDATABASE", "notes",
                "PGUSER", "notes",
                "PGPASSWORD", passwords.getProperty("NOTES")));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ":\n" + output);
    }
    return output;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
