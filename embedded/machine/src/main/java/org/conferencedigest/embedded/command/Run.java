package org.conferencedigest.embedded.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.conferencedigest.embedded.Folders;
import org.conferencedigest.embedded.Life;
import org.conferencedigest.embedded.Preparation;
import org.conferencedigest.embedded.client.Api;
import org.conferencedigest.embedded.client.ApiException;
import org.conferencedigest.embedded.data.DataFolder;
import org.conferencedigest.embedded.data.FolderInUseException;
import org.conferencedigest.embedded.data.Logs;
import org.conferencedigest.embedded.system.Demonstration;
import org.conferencedigest.embedded.system.GatewayAddress;
import org.conferencedigest.embedded.system.Machine;
import org.conferencedigest.embedded.system.Rehearsal;
import org.jspecify.annotations.Nullable;

/** Runs everything until the process is told to stop, and then leaves nothing behind. */
final class Run {

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(10);
  private static final Duration BETWEEN_TRIMS = Duration.ofSeconds(30);
  private static final long LOG_BYTES = 20_000_000;

  /** Set where the parts that run are those of a build, which short starts can be prepared for. */
  private static final boolean PREPARES = Boolean.getBoolean("digest.prepare");

  private enum Kind {
    LASTING,
    DEMONSTRATION,
    TRAINING
  }

  private final Kind kind;
  private final GatewayAddress address;
  private final @Nullable Path given;
  private final Clock clock;
  private volatile boolean endsByItself;
  private volatile boolean failed;
  private volatile @Nullable Preparation preparation;

  private Run(Kind kind, GatewayAddress address, @Nullable Path given, Clock clock) {
    this.kind = kind;
    this.address = address;
    this.given = given;
    this.clock = clock;
  }

  static Run lasting(GatewayAddress address, Path folder, Clock clock) {
    return new Run(Kind.LASTING, address, folder, clock);
  }

  static Run demonstration(GatewayAddress address, Clock clock) {
    return new Run(Kind.DEMONSTRATION, address, null, clock);
  }

  /** As the demonstration, but ends by itself when all has been used once. */
  static Run training(@Nullable Path folder, Clock clock) {
    return new Run(Kind.TRAINING, GatewayAddress.loopback(0), folder, clock);
  }

  int call() throws FolderInUseException, MisuseException, ApiException {
    requireFreePort();
    long begin = System.nanoTime();
    DataFolder folder = DataFolder.take(given == null ? temporary() : given);
    say("Starting Conference Digest on " + folder.path());
    Machine machine = Machine.start(folder, address, life(), Run::say);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(machine, folder), "stop"));
    try {
      machine.awaitReady();
      if (kind != Kind.LASTING) {
        loadDemonstration(folder);
      }
    } catch (RuntimeException | ApiException e) {
      if (!machine.isStopping()) {
        failed = true;
        endsByItself = true;
        say("It could not be started. Its logs stay in " + folder.logs());
        throw e;
      }
    }
    if (kind == Kind.TRAINING) {
      endsByItself = true;
      return ExitCode.DONE;
    }
    if (!machine.isStopping()) {
      sayTook("all", begin);
      if (PREPARES && !Preparation.isDone()) {
        prepare(folder);
      }
      say("To write: ./digest token NAME --role editor --data " + folder.path());
      say("Logs: " + folder.logs() + ". Ctrl-C stops everything.");
      if (address.isShared()) {
        say("Other machines can reach it, and it is not encrypted: whoever listens on the way");
        say("can read the tokens of those who write.");
      }
      say("Conference Digest is ready at " + address.forReaders());
    }
    awaitTheEnd(new Logs(folder.logs(), LOG_BYTES));
    return ExitCode.DONE;
  }

  /** What is rehearsed is a lasting one, so that the archives hold what such a one learns. */
  private Life life() {
    return kind == Kind.DEMONSTRATION ? Life.BRIEF : Life.LASTING;
  }

  private static Path temporary() {
    DataFolder.deleteAbandoned();
    return Folders.temporary();
  }

  private void prepare(DataFolder folder) {
    preparation =
        Preparation.begin(
            Digest.class, folder.path().resolve("preparation"), folder.log("preparation"));
    say("Later starts will be shorter: they are being prepared for a minute or two.");
  }

  private void loadDemonstration(DataFolder folder) throws ApiException {
    long begin = System.nanoTime();
    Api api = new Api(address.fromHere(), token(folder, "ann", "editor"));
    Demonstration.load(api, new Api(address.fromHere(), token(folder, "ben", "author")));
    sayTook("demonstration", begin);
    if (kind == Kind.TRAINING) {
      Rehearsal.perform(api);
    }
  }

  private String token(DataFolder folder, String name, String role) {
    return folder.key().token(name, role, clock.instant(), TOKEN_LIFE);
  }

  /** Runs when the JVM ends, for whatever reason it can know of. */
  private void stop(Machine machine, DataFolder folder) {
    say("Stopping");
    Preparation running = preparation;
    if (running != null) {
      running.close();
    }
    machine.close();
    folder.close();
    if (given == null) {
      deleteTemporary(folder);
    }
    if (!endsByItself) {
      say("Stopped");
      // Being told to stop is no failure, whereas the JVM would name the signal.
      Runtime.getRuntime().halt(ExitCode.DONE);
    }
  }

  /** The logs of a failed start stay: nothing else says why it failed. */
  private void deleteTemporary(DataFolder folder) {
    if (failed) {
      Folders.deleteAllBut(folder.logs(), folder.path());
    } else {
      Folders.delete(folder.path());
    }
  }

  private void requireFreePort() throws MisuseException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(address.listens(), address.port()));
    } catch (IOException | IllegalArgumentException e) {
      throw new MisuseException(
          "Port %d of %s cannot be used (%s). Name another one with --port N."
              .formatted(address.port(), address.listens().getHostAddress(), e.getMessage()));
    }
  }

  /** The hook that {@link #stop} is ends the process from here. */
  private static void awaitTheEnd(Logs logs) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(BETWEEN_TRIMS);
        trim(logs);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A full disk is no reason to stop. */
  private static void trim(Logs logs) {
    try {
      logs.trim();
    } catch (UncheckedIOException e) {
      say(e.getMessage() + ": " + e.getCause());
    }
  }

  private static void sayTook(String what, long begin) {
    say(String.format(Locale.ROOT, "  %-16s %5.1f s", what, (System.nanoTime() - begin) / 1e9));
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
