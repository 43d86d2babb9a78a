package org.conferencedigest.notes.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a programme did, or would do.
 *
 * @param conference its slug
 * @param outcome what became of the conference itself: created, changed or unchanged
 * @param format what the file was found to be: {@code schedule.xml}, {@code schedule.json}, {@code
 *     iCalendar} or {@code pyvideo}
 * @param dryRun whether nothing was stored
 * @param added how many talks are new
 * @param changed how many talks are other than before
 * @param unchanged how many talks of the file are as they were
 * @param cancelled how many talks are no longer in the file
 * @param talks what became of each talk that is not unchanged
 * @param recordings what was found for each recording, if these are recordings of talks that were
 *     there
 * @param problems what whoever imports may want to look at; none of it hindered the import
 * @param moreProblems how many there are that are not listed
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ScheduleReport")
public record ScheduleReport(
    String conference,
    String outcome,
    String format,
    boolean dryRun,
    int added,
    int changed,
    int unchanged,
    int cancelled,
    List<ChangedTalk> talks,
    List<Recording> recordings,
    List<Problem> problems,
    int moreProblems) {

  /**
   * A talk that is not as it was.
   *
   * @param change added, changed, cancelled (it stays, since notes cover it), or removed
   *     (cancelled, and no note covers it)
   * @param what differs: title, kind, start, minutes, room, track, abstract, cancelled, speakers,
   *     links
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ScheduleChange")
  public record ChangedTalk(String talk, String title, String change, List<String> what) {}

  /**
   * A recording.
   *
   * @param talk the slug of the talk it is likely of; null if none is likely
   * @param confidence from 0 to 1
   * @param state added (to the talk), proposed (for a person to look at), present (the talk has
   *     it), or unmatched
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ScheduleRecording")
  public record Recording(
      String title,
      List<String> speakers,
      @Nullable String url,
      @Nullable String talk,
      @Nullable String talkTitle,
      double confidence,
      String state) {}

  /**
   * Something in the file.
   *
   * @param line from 1; null if a path says where
   * @param path a JSON pointer, or a file of a zip
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ScheduleProblem")
  public record Problem(@Nullable Integer line, @Nullable String path, String sentence) {}
}
