package org.conferencedigest.web.desk;

/**
 * Who sits at the desk.
 *
 * @param name the subject of the token
 * @param editor whether they may write everything, not only notes of their own
 */
public record Writer(String name, boolean editor) {}
