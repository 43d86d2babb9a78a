package org.conferencedigest.embedded.system;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.conferencedigest.embedded.Part;
import org.conferencedigest.embedded.PostgresServer;
import org.conferencedigest.embedded.data.DatabaseRole;
import org.conferencedigest.embedded.data.Passwords;

/**
 * PostgreSQL with a database for each service that keeps something, owned by a role that reaches no
 * other.
 */
record Databases(PostgresServer postgres, Passwords passwords) implements Part {

  static String nameFor(DatabaseRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void restart() {
    postgres.restart();
    postgres.database(nameFor(DatabaseRole.NOTES), passwords.of(DatabaseRole.NOTES));
    postgres.database(nameFor(DatabaseRole.SUMMARY), passwords.of(DatabaseRole.SUMMARY));
  }

  @Override
  public String title() {
    return postgres.title();
  }

  @Override
  public long pid() {
    return postgres.pid();
  }

  @Override
  public CompletableFuture<?> onExit() {
    return postgres.onExit();
  }

  @Override
  public void close() {
    postgres.close();
  }
}
