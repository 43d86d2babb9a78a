package org.conferencedigest.notes.answer;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a read that can be conditional. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(
    name = "If-None-Match",
    in = ParameterIn.HEADER,
    description = "An entity tag of an earlier answer: 304 if it still holds",
    schema = @Schema(type = "string"))
@ApiResponse(responseCode = "304", description = "It still has that entity tag")
public @interface GuardedRead {}
