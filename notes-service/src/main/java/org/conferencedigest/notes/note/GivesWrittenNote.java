package org.conferencedigest.notes.note;

import io.micronaut.http.MediaType;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes an operation that writes a note and answers with it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
    responseCode = "200",
    description = "Replaced, or the same as before",
    headers = {
      @Header(
          name = "ETag",
          description = "The strong entity tag",
          schema = @Schema(type = "string")),
      @Header(
          name = "Digest-After",
          description = "With a read of the digest, makes it wait for this write",
          schema = @Schema(type = "string"))
    },
    content = {
      @Content(
          mediaType = MediaType.APPLICATION_JSON,
          schema = @Schema(implementation = NoteDocument.class)),
      @Content(mediaType = NoteController.MARKDOWN, schema = @Schema(type = "string"))
    })
@ApiResponse(
    responseCode = "201",
    description = "Created",
    headers = {
      @Header(
          name = "ETag",
          description = "The strong entity tag",
          schema = @Schema(type = "string")),
      @Header(
          name = "Digest-After",
          description = "With a read of the digest, makes it wait for this write",
          schema = @Schema(type = "string")),
      @Header(name = "Location", description = "Its address", schema = @Schema(type = "string"))
    },
    content = {
      @Content(
          mediaType = MediaType.APPLICATION_JSON,
          schema = @Schema(implementation = NoteDocument.class)),
      @Content(mediaType = NoteController.MARKDOWN, schema = @Schema(type = "string"))
    })
@interface GivesWrittenNote {}
