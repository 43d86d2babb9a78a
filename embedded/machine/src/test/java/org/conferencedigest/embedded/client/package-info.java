/** What is sent, and what is made of the answers. */
@NullMarked
package org.conferencedigest.embedded.client;

import org.jspecify.annotations.NullMarked;
