package org.conferencedigest.embedded.data;

import java.nio.file.Path;

/** Another machine runs on the data folder. */
public final class FolderInUseException extends Exception {

  private static final long serialVersionUID = 1L;

  FolderInUseException(Path folder) {
    super(
        "The data folder %s is in use: Conference Digest runs on it already. Stop that one, or name another folder with --data DIR."
            .formatted(folder));
  }
}
