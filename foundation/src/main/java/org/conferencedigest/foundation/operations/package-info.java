/** What an operator sees of a service: metrics, health, its description, its defaults. */
@NullMarked
package org.conferencedigest.foundation.operations;

import org.jspecify.annotations.NullMarked;
