package org.conferencedigest.embedded.data;

/** Who logs in to the database of one machine. */
public enum DatabaseRole {
  SUPERUSER,
  NOTES,
  SUMMARY
}
