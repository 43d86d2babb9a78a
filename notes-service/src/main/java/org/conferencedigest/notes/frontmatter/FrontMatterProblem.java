package org.conferencedigest.notes.frontmatter;

/**
 * What is wrong with a front matter.
 *
 * @param line where in the page, from 1
 * @param sentence what is wrong there, in words a person can act on
 */
public record FrontMatterProblem(int line, String sentence) {}
