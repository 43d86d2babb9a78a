package org.conferencedigest.embedded;

/** The shell script between this process and a server that does not heed its standard input. */
final class Guardian {

  /**
   * Runs its arguments as a command, says the command's process id on the standard output, and ends
   * the command when its own standard input ends or a SIGTERM comes: first by SIGINT (PostgreSQL's
   * fast shutdown), after five seconds by SIGQUIT (immediate, with recovery at the next start).
   */
  static final String SCRIPT =
      """
      exec 3<&0
      "$@" 3<&- </dev/null >&2 &
      server=$!
      echo "$server"
      {
        while read -r _; do :; done
        kill -INT "$server"
        tries=0
        while kill -0 "$server" && [ "$tries" -lt 50 ]; do
          tries=$((tries + 1))
          sleep 0.1
        done
        kill -QUIT "$server"
      } <&3 >/dev/null 2>&1 &
      watcher=$!
      exec 3<&- </dev/null >/dev/null
      trap 'kill -INT "$server"' TERM
      while kill -0 "$server" 2>/dev/null; do
        wait "$server"
        status=$?
      done
      kill "$watcher" 2>/dev/null
      exit "${status:-1}"
      """;

  private Guardian() {}
}
