/** How pages look: their templates, and the style sheets, scripts and pictures that they name. */
@NullMarked
package org.conferencedigest.web;

import org.jspecify.annotations.NullMarked;
