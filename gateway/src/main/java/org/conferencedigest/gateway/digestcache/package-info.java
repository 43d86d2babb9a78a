/** Digests served from memory, kept right by the digest-updated topic. */
@NullMarked
package org.conferencedigest.gateway.digestcache;

import org.jspecify.annotations.NullMarked;
