@NullMarked
package org.conferencedigest.summary.search;

import org.jspecify.annotations.NullMarked;
