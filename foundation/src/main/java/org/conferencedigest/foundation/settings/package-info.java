/** What a service can be told, what each setting may be, and the start that a wrong one stops. */
@NullMarked
package org.conferencedigest.foundation.settings;

import org.jspecify.annotations.NullMarked;
