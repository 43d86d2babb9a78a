/**
 * The digest document: a conference's outline with its slots filled, made from the state of the
 * conference and its published notes alone. Documents share what did not change with the one
 * before.
 */
@NullMarked
package org.conferencedigest.summary.digest;

import org.jspecify.annotations.NullMarked;
