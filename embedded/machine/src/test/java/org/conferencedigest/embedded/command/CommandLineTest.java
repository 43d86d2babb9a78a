package org.conferencedigest.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.conferencedigest.embedded.FreePort;
import org.conferencedigest.embedded.Installation;
import org.conferencedigest.embedded.data.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

  @TempDir Path folder;

  @Test
  void printsATokenForTheKeyOfADataFolder() throws Exception {
    Path data = folder.resolve("data");
    try (DataFolder taken = DataFolder.take(data)) {
      assertThat(taken.key()).isNotNull();
    }
    try (DigestProcess token = digest("token", "ada", "--role", "author", "--data", "" + data)) {
      assertThat(token.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(token.output()).matches("ey[\\w-]+\\.ey[\\w-]+\\.[\\w-]+\n");
    }
  }

  @Test
  void saysWhereAKeyComesFromWhenThereIsNone() throws Exception {
    try (DigestProcess token = digest("token", "ada", "--role", "author")) {
      assertThat(token.exitCode()).isEqualTo(ExitCode.MISUSED);
      assertThat(token.output()).contains("./digest run").contains("--data");
    }
  }

  @Test
  void refusesARoleThereIsNot() throws Exception {
    try (DigestProcess token = digest("token", "ada", "--role", "king")) {
      assertThat(token.exitCode()).isEqualTo(ExitCode.MISUSED);
      assertThat(token.output()).contains("author|editor");
    }
  }

  @Test
  void saysHowToStartAServerThatDoesNotAnswer() throws Exception {
    String server = "http://localhost:" + FreePort.find();
    try (DigestProcess export = digest("export", "spark-2020", "--server", server)) {
      assertThat(export.exitCode()).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(export.output()).contains("./digest run");
    }
  }

  @Test
  void importsAFileAndPrintsTheReport() throws Exception {
    Path page = Files.writeString(folder.resolve("post.md"), "the post");
    AtomicReference<String> seen = new AtomicReference<>();
    try (Answering server = new Answering(200, "{\"added\":[\"post\"],\"changed\":[]}", seen);
        DigestProcess importing = importing(page, "jo 1", server)) {
      assertThat(importing.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(importing.output()).contains("added: 1\n  post\n").contains("changed: 0");
      assertThat(seen.get())
          .isEqualTo("POST /api/v1/conferences/jo%201/content?name=post.md Bearer T the post");
    }
  }

  @Test
  void printsWithin80ColumnsWhatCameOfAPost() throws Exception {
    Path file = Files.writeString(folder.resolve("post.md"), "the post");
    String title = "A title that goes on and on ".repeat(4);
    String report =
        """
        {"conference":"kelp","outcome":"created","post":"post.md",
         "created":["forest","lunch"],"changed":[],"unchanged":["tides"],
         "sections":[
           {"slug":"talks","title":"","date":null,"entries":1,"line":3,"confidence":1},
           {"slug":"day","title":"Tuesday","date":"2031-05-06","entries":2,"line":9,"confidence":0.9}],
         "tiers":[{"verdict":"best","recommendations":2,"line":5,"confidence":0.8}],
         "talks":[
           {"line":11,"form":"heading","title":"%s","speakers":["Ada Moss","Bo Flint"],"links":[],
            "note":"forest","confidence":0.87},
           {"line":40,"form":"item","title":"Soup","speakers":[],"links":[],"note":null,
            "confidence":0.6}],
         "entries":3,"unlisted":["aside"],"exact":true,
         "problems":[{"file":"post.md","line":2,"sentence":"The front matter cannot be read."}]}
        """
            .formatted(title);
    try (Answering server = new Answering(200, report, new AtomicReference<>());
        DigestProcess importing = importing(file, "kelp", server)) {
      assertThat(importing.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(importing.output())
          .contains(
              """
              kelp: created, by the post post.md.
                notes: 2 created, 0 changed, 1 unchanged
                3 entries; the digest is the post, byte for byte
              Talks seen in it:
                line 11    A title that goes on and on A title""")
          .containsPattern("on - Ada\\s+Moss,\\s+Bo\\s+Flint\\s+\\(87%\\)")
          .contains("Perhaps talks, left as they are:\n  line 40    Soup (60%)\n")
          .contains("Notes created:\n  lunch\n")
          .contains("Notes that the post does not show:\n  aside\n")
          .contains("  line 9     Tuesday, 2031-05-06, entries: 2\n")
          .contains("Recommendations:\n  line 5     best: 2\n")
          .contains("In the file (1):\n  post.md, line 2: The front matter cannot be read.");
      assertThat(importing.output().lines())
          .allSatisfy(line -> assertThat(Wrapped.width(line)).isLessThanOrEqualTo(80));
    }
  }

  @Test
  void printsWithin80ColumnsWhatCameOfAProgramme() throws Exception {
    Path file = Files.writeString(folder.resolve("programme"), "<schedule/>");
    String title = "A title that goes on and on ".repeat(4);
    String report =
        """
        {"conference":"kelp","outcome":"changed","format":"pyvideo","dryRun":true,
         "added":0,"changed":1,"unchanged":2,"cancelled":0,
         "talks":[{"talk":"a","title":"%s","change":"changed","what":["links"]}],
         "recordings":[
           {"title":"%s","speakers":[],"url":null,"talk":"b","talkTitle":"海藻の森",
            "confidence":0.67,"state":"proposed"},
           {"title":"Lost","speakers":[],"url":null,"talk":null,"talkTitle":null,"confidence":0,
            "state":"unmatched"}],
         "problems":[{"line":12,"path":null,"sentence":"It has no title."},
           {"line":null,"path":"/videos/3","sentence":"%s"}],
         "moreProblems":3}"""
            .formatted(title, title, title + "x".repeat(200));
    AtomicReference<String> seen = new AtomicReference<>();
    try (Answering server = new Answering(200, report, seen);
        DigestProcess importing = importing(file, "kelp", server, "--dry-run", "--apply", "all")) {
      assertThat(importing.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(importing.output().lines()).allMatch(line -> line.length() <= 80);
      assertThat(importing.output())
          .contains("Nothing was stored")
          .contains("0 added, 1 changed, 2 unchanged, 0 cancelled")
          .contains("may be of: 海藻の森 (67%)")
          .contains("of no talk Lost")
          .contains("line 12: It has no title.")
          .contains("and 3 more");
      assertThat(seen.get())
          .startsWith("POST /api/v1/conferences/kelp/schedule?dryRun=true&apply=all ");
    }
  }

  @Test
  void tellsInTheServersWordsWhyItRefused() throws Exception {
    Path page = Files.writeString(folder.resolve("post.md"), "the post");
    String problem =
        """
        {"type":"about:blank","status":422,"detail":"The title is missing.",
         "errors":[{"pointer":"/title","detail":"must not be empty"}]}""";
    try (Answering server = new Answering(422, problem, new AtomicReference<>());
        DigestProcess importing =
            digest("import", "" + page, "--conference", "x", "--server", server.url())) {
      assertThat(importing.exitCode()).isEqualTo(ExitCode.REFUSED);
      assertThat(importing.output())
          .contains("The title is missing.")
          .contains("/title: must not be empty");
    }
  }

  @Test
  void exportsIntoAFile() throws Exception {
    Path file = folder.resolve("out.md");
    AtomicReference<String> seen = new AtomicReference<>();
    try (Answering server = new Answering(200, "the digest", seen);
        DigestProcess export =
            digest("export", "x", "--format", "md", "-o", "" + file, "--server", server.url())) {
      assertThat(export.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(file).hasContent("the digest");
      assertThat(seen.get()).startsWith("GET /api/v1/conferences/x/digest.md ");
    }
  }

  @Test
  void exportsIntoAFolderUnderTheNameThatTheFormatWants() throws Exception {
    String post = "---\nlayout: post\ndate: 2020-06-30\n---\n";
    try (Answering server = new Answering(200, post, new AtomicReference<>());
        DigestProcess jekyll =
            digest(
                "export", "x", "--format", "jekyll", "-o", "" + folder, "--server", server.url());
        DigestProcess calendar =
            digest("export", "x", "--format", "ics", "-o", "" + folder, "--server", server.url())) {
      assertThat(jekyll.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(calendar.exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(folder.resolve("2020-06-30-x.md")).hasContent(post);
      assertThat(folder.resolve("x.ics")).exists();
    }
  }

  @Test
  void launcherShowsItsUsageWithoutBuildingAnything() throws Exception {
    assertThat(launcher("--help")).isEqualTo(ExitCode.DONE);
    assertThat(launcher("frobnicate")).isEqualTo(ExitCode.MISUSED);
    assertThat(launcher()).isEqualTo(ExitCode.MISUSED);
  }

  private int launcher(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = Installation.here().root().resolve("digest").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Path output = Files.createTempFile(folder, "launcher-", ".txt");
    int code =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    assertThat(output)
        .content()
        .contains("./digest demo")
        .contains("--host ADDRESS")
        .contains("./digest test");
    return code;
  }

  private DigestProcess importing(Path file, String conference, Answering server, String... options)
      throws IOException {
    String[] given = {
      "import", "" + file, "--conference", conference, "--server", server.url(), "--token", "T"
    };
    return digest(Stream.concat(Stream.of(given), Stream.of(options)).toArray(String[]::new));
  }

  private DigestProcess digest(String... arguments) throws IOException {
    return DigestProcess.start(folder, arguments);
  }

  /** A server with one answer, which keeps what it was asked last. */
  private record Answering(HttpServer http) implements AutoCloseable {

    Answering(int status, String body, AtomicReference<String> seen) throws IOException {
      this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
      http.createContext(
          "/",
          exchange -> {
            seen.set(
                "%s %s %s %s"
                    .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        new String(
                            exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
          });
      http.start();
    }

    String url() {
      return "http://localhost:" + http.getAddress().getPort();
    }

    @Override
    public void close() {
      http.stop(0);
    }
  }
}
