package org.conferencedigest.gateway.desk;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list of the notes service. */
@Serdeable
record Page<T>(List<T> items, @Nullable String next) {}
