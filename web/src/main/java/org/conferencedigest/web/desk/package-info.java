/** What the pages of the desk show: the place where people write. */
@NullMarked
package org.conferencedigest.web.desk;

import org.jspecify.annotations.NullMarked;
