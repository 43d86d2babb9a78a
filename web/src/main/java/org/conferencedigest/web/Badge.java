package org.conferencedigest.web;

/**
 * A verdict as a page shows it.
 *
 * @param word its word in data
 * @param words how it reads
 */
public record Badge(String word, String words) {}
