package org.conferencedigest.notes.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Listing<T>(List<T> items, @Nullable String next) {}
