/**
 * Which service answers what, and how it is asked: bounded in time and number, and left alone while
 * it is down.
 */
@NullMarked
package org.conferencedigest.gateway.route;

import org.jspecify.annotations.NullMarked;
