package org.conferencedigest.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How a conference's digest presents itself.
 *
 * @param title the post's title
 * @param summary Markdown before the fold of the default outline; unused by an outline of its own
 * @param frontMatter the post's front matter with its delimiters and the line end after them; empty
 *     if there is none
 * @param path the folder below a Hugo site's {@code content/} where digest and notes live, without
 *     slashes at its ends; for example {@code spark/2020}
 * @param fileName the post's file in that folder; for example {@code summary.md}
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DigestSettings(
    String title, @Nullable String summary, String frontMatter, String path, String fileName) {

  public DigestSettings {
    Required.present("title", title);
    Required.present("frontMatter", frontMatter);
    Required.present("path", path);
    Required.present("fileName", fileName);
  }
}
