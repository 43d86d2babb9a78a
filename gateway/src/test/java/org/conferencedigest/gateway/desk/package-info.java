@NullMarked
package org.conferencedigest.gateway.desk;

import org.jspecify.annotations.NullMarked;
