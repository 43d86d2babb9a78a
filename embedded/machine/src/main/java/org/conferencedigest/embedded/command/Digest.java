package org.conferencedigest.embedded.command;

import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;
import org.conferencedigest.embedded.Installation;
import org.conferencedigest.embedded.data.DataFolder;
import org.conferencedigest.embedded.data.FolderInUseException;
import org.conferencedigest.embedded.data.HandOut;
import org.conferencedigest.embedded.data.LocalKey;
import org.conferencedigest.embedded.system.GatewayAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command line: what can be asked for, and with which defaults. */
@Command(name = "./digest", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND")
public final class Digest {

  private static final String SERVER = "http://localhost:8080";
  private static final String PORT = "Of the address people use (default: ${DEFAULT-VALUE}).";
  private static final String HOST =
      "The address to listen at (default: this machine alone); 0.0.0.0 for all. Not encrypted.";
  private static final String DATA = "The data folder (default: data/ beside the launcher).";

  private final Clock clock;

  private Digest(Clock clock) {
    this.clock = clock;
  }

  /** Ends the process with the code of the command's outcome, see {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(execute(Clock.systemUTC(), arguments));
  }

  static int execute(Clock clock, String... arguments) {
    return new CommandLine(new Digest(clock))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Explanation())
        .execute(arguments);
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Starts everything with the demonstration conference; Ctrl-C removes it.")
  int demo(
      @Option(names = "--port", defaultValue = "8080", description = PORT, paramLabel = "N")
          int port,
      @Option(names = "--host", description = HOST, paramLabel = "ADDRESS") @Nullable String host)
      throws Exception {
    return Run.demonstration(address(host, port), clock).call();
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Starts everything on a data folder that lasts; Ctrl-C stops it.")
  int run(
      @Option(names = "--port", defaultValue = "8080", description = PORT, paramLabel = "N")
          int port,
      @Option(names = "--host", description = HOST, paramLabel = "ADDRESS") @Nullable String host,
      @Option(names = "--data", description = DATA, paramLabel = "DIR") @Nullable Path data)
      throws Exception {
    return Run.lasting(address(host, port), folder(data), clock).call();
  }

  @Command(
      mixinStandardHelpOptions = true,
      hidden = true,
      description = "Starts, uses and stops everything once, to prepare shorter starts.")
  int train(
      @Option(
              names = "--data",
              description = "The data folder (default: a temporary one).",
              paramLabel = "DIR")
          @Nullable Path data)
      throws Exception {
    return Run.training(data, clock).call();
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Makes the secrets of a system of containers, and hands each part its own.")
  int secrets(
      @Option(names = "--data", description = DATA, paramLabel = "DIR") @Nullable Path data,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "DIR",
              description = "Holds a folder for each part.")
          Path to)
      throws FolderInUseException {
    try (DataFolder folder = DataFolder.take(folder(data))) {
      new HandOut(to).of(folder);
    }
    return ExitCode.DONE;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Prints a token for the local key of a data folder.")
  int token(
      @Parameters(paramLabel = "NAME", description = "Whose token it is.") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "author|editor",
              description = "An author writes own notes, an editor everything.")
          Role role,
      @Option(names = "--data", description = DATA, paramLabel = "DIR") @Nullable Path data,
      @Option(
              names = "--days",
              defaultValue = "30",
              paramLabel = "N",
              description = "How long it is valid (default: ${DEFAULT-VALUE}).")
          int days)
      throws MisuseException {
    if (days < 1) {
      throw new MisuseException("--days is to be at least 1.");
    }
    Path folder = folder(data);
    LocalKey key = LocalKey.read(folder).orElseThrow(() -> new MisuseException(noKey(folder)));
    System.out.println(
        key.token(
            name, role.name().toLowerCase(Locale.ROOT), clock.instant(), Duration.ofDays(days)));
    return ExitCode.DONE;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "Sends a folder of blog content, one post, or a programme.")
  int importContent(
      @Parameters(
              paramLabel = "PATH",
              description =
                  "A folder of a blog or of recordings, a post, a programme in any format; zips.")
          Path path,
      @Option(
              names = "--conference",
              required = true,
              paramLabel = "SLUG",
              description = "Where to; created if it is not there.")
          String conference,
      @Option(names = "--dry-run", description = "Of a programme, only say what would be done.")
          boolean dryRun,
      @Option(
              names = "--apply",
              paramLabel = "sure|all|none",
              description = "Which recordings are added to talks (default: sure).")
          @Nullable Apply apply,
      @Option(
              names = "--replace",
              description = "Take a programme that has none of the talks imported before.")
          boolean replace,
      @Option(
              names = "--server",
              defaultValue = SERVER,
              paramLabel = "URL",
              description = "Where it is sent (default: ${DEFAULT-VALUE}).")
          URI server,
      @Option(
              names = "--token",
              defaultValue = "${env:DIGEST_TOKEN}",
              paramLabel = "T",
              description = "The token of an editor (default: $DIGEST_TOKEN, or the local key).")
          @Nullable String token)
      throws Exception {
    StringJoiner query = new StringJoiner("&");
    if (dryRun) {
      query.add("dryRun=true");
    }
    if (apply != null) {
      query.add("apply=" + apply.name().toLowerCase(Locale.ROOT));
    }
    if (replace) {
      query.add("replace=true");
    }
    return new Import(path, conference, query.toString(), server, token, clock).call();
  }

  @Command(mixinStandardHelpOptions = true, description = "Fetches a digest.")
  int export(
      @Parameters(paramLabel = "SLUG", description = "The conference.") String conference,
      @Option(
              names = "--format",
              defaultValue = "hugo",
              paramLabel = "hugo|md|jekyll|html|json|atom|ics|zip",
              description = "zip is the folder for a Hugo site (default: ${DEFAULT-VALUE}).")
          Format format,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FILE",
              description = "A file, or a folder (default: the standard output).")
          @Nullable Path output,
      @Option(
              names = "--server",
              defaultValue = SERVER,
              paramLabel = "URL",
              description = "Where from (default: ${DEFAULT-VALUE}).")
          URI server)
      throws Exception {
    return new Export(conference, format, output, server).call();
  }

  private static GatewayAddress address(@Nullable String host, int port) throws MisuseException {
    if (host == null) {
      return GatewayAddress.loopback(port);
    }
    try {
      return GatewayAddress.of(host, port);
    } catch (UnknownHostException e) {
      throw new MisuseException(
          "--host %s is no address of this machine. 0.0.0.0 stands for all it has."
              .formatted(host));
    }
  }

  static Path defaultFolder() {
    return Installation.here().root().resolve("data");
  }

  private static Path folder(@Nullable Path given) {
    return given == null ? defaultFolder() : given.toAbsolutePath().normalize();
  }

  private static String noKey(Path folder) {
    return """
        There is no key in %s: it is made when Conference Digest first runs on that folder.
        Start it with ./digest run, or name the folder it runs on with --data DIR."""
        .formatted(folder.resolve("keys"));
  }

  enum Apply {
    SURE,
    ALL,
    NONE
  }

  enum Role {
    AUTHOR,
    EDITOR
  }
}
