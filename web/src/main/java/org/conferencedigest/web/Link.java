package org.conferencedigest.web;

/** A link. */
public record Link(String text, String href) {}
