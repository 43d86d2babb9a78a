package org.conferencedigest.summary.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.conferencedigest.foundation.identity.Caller;
import org.conferencedigest.foundation.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Dead letters, for operators. */
@Tag(name = "operations")
@Controller("/internal/dead-letters")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DeadLettersController {

  private final DeadLetters letters;
  private final DeadLetterSettings settings;

  DeadLettersController(DeadLetters letters, DeadLetterSettings settings) {
    this.letters = letters;
    this.settings = settings;
  }

  /**
   * @param next the cursor of the next page; null if this is the last
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Page(List<Letter> items, @Nullable String next) {}

  /**
   * @param replayed how many records were sent again; what a newer version superseded is not
   * @param more whether others may wait still
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Replayed(int replayed, boolean more) {}

  @Operation(summary = "The records that could not be applied, with the reasons")
  @Get
  Page list(
      @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor, Caller caller) {
    caller.requireEditor();
    int size = limit == null ? settings.pageSize() : limit;
    if (size < 1 || size > settings.mostPerPage()) {
      throw ProblemException.malformed("limit is 1 to " + settings.mostPerPage() + ".");
    }
    LetterId after = cursor == null ? null : id(cursor);
    List<Letter> page = withKafka(() -> letters.list(after, size));
    return new Page(page, page.size() < size ? null : page.getLast().id());
  }

  @Operation(summary = "Send one record again to where it came from")
  @Post("/{id}/replay")
  @Status(HttpStatus.NO_CONTENT)
  void replay(String id, Caller caller) {
    String operator = caller.requireEditor().subject();
    withKafka(() -> letters.replay(id(id), operator));
  }

  @Operation(summary = "Send the records again that wait, a page of them at a time")
  @Post("/replay")
  Replayed replayAll(Caller caller) {
    String operator = caller.requireEditor().subject();
    DeadLetters.Replay replay =
        withKafka(() -> letters.replayAll(settings.mostPerPage(), operator));
    return new Replayed(replay.sent(), replay.found() == settings.mostPerPage());
  }

  @Operation(summary = "Put one letter away for good")
  @Delete("/{id}")
  HttpResponse<?> purge(String id, Caller caller) {
    String operator = caller.requireEditor().subject();
    return withKafka(
        () -> {
          letters.purge(id(id), operator);
          return HttpResponse.noContent();
        });
  }

  @Operation(summary = "Delete all letters")
  @Delete
  HttpResponse<?> purgeAll(Caller caller) {
    String operator = caller.requireEditor().subject();
    return withKafka(
        () -> {
          letters.purgeAll(operator);
          return HttpResponse.noContent();
        });
  }

  private static LetterId id(String text) {
    return LetterId.parse(text)
        .orElseThrow(() -> ProblemException.notFound("There is no such dead letter."));
  }

  private static <T> T withKafka(Supplier<T> work) {
    try {
      return work.get();
    } catch (KafkaException e) {
      throw ProblemException.unavailable(
          "The broker does not answer as it should just now.", java.time.Duration.ofSeconds(5));
    }
  }
}
