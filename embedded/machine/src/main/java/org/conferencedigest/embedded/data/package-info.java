/** What a machine keeps in its data folder: the lock, the local key, the passwords, the logs. */
@NullMarked
package org.conferencedigest.embedded.data;

import org.jspecify.annotations.NullMarked;
