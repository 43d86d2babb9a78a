/**
 * The gateway's own pages: the list of conferences, style sheet, and pages for what is not there.
 */
@NullMarked
package org.conferencedigest.gateway.web;

import org.jspecify.annotations.NullMarked;
