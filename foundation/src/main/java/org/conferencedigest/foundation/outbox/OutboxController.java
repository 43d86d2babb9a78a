package org.conferencedigest.foundation.outbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.util.List;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The outbox for operators, who are editors. The gateway does not route to it. */
@Controller("/internal/outbox")
@ExecuteOn(TaskExecutors.BLOCKING)
@Requires(property = "datasources.default.url")
class OutboxController {

  private static final int LONGEST_PAGE = 200;

  private final OutboxDesk desk;
  private final OutboxSettings settings;

  OutboxController(OutboxDesk desk, OutboxSettings settings) {
    this.desk = desk;
    this.settings = settings;
  }

  @Get
  Report report(Caller caller) throws SQLException {
    caller.requireEditor();
    Backlog backlog = desk.backlog(settings.largestCount());
    return new Report(backlog.waiting(), backlog.age().toMillis() / 1e3, backlog.setAside());
  }

  @Get("/set-aside")
  Page setAside(
      Caller caller,
      @QueryValue(defaultValue = "50") int limit,
      @QueryValue(defaultValue = "0") long cursor)
      throws SQLException {
    caller.requireEditor();
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw ProblemException.invalid("#limit", "must be from 1 to " + LONGEST_PAGE);
    }
    List<SetAsideRow> rows = desk.setAside(cursor, limit);
    return new Page(rows, rows.size() < limit ? null : Long.toString(rows.getLast().id()));
  }

  @Post("/set-aside/replay")
  Replayed replay(Caller caller) throws SQLException {
    caller.requireEditor();
    return new Replayed(desk.replay(null));
  }

  @Post("/set-aside/{id}/replay")
  Replayed replay(long id, Caller caller) throws SQLException {
    caller.requireEditor();
    return new Replayed(found(desk.replay(id)));
  }

  @Delete("/set-aside/{id}")
  HttpResponse<?> discard(long id, Caller caller) throws SQLException {
    caller.requireEditor();
    found(desk.discard(id) ? 1 : 0);
    return HttpResponse.noContent();
  }

  private static int found(int rows) {
    if (rows == 0) {
      throw ProblemException.notFound("No row with this id is set aside.");
    }
    return rows;
  }

  /**
   * What the outbox holds.
   *
   * @param waiting rows to be sent
   * @param ageSeconds of the oldest of them
   * @param setAside rows that cannot be sent
   */
  @Serdeable
  record Report(long waiting, double ageSeconds, long setAside) {}

  @Serdeable
  record Page(List<SetAsideRow> items, @Nullable String next) {}

  @Serdeable
  record Replayed(int replayed) {}
}
