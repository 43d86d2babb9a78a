@NullMarked
package org.conferencedigest.web;

import org.jspecify.annotations.NullMarked;
