package org.conferencedigest.summary.render;

import org.conferencedigest.events.outline.NoteLink;
import org.conferencedigest.events.outline.NoteLink.Target;
import org.conferencedigest.events.outline.Resolution;
import org.conferencedigest.summary.digest.Destination;
import org.conferencedigest.summary.digest.DigestText.LinkStyle;

/**
 * Links in a post that was written for Jekyll, on its way back: what its author wrote in Jekyll's
 * manner stays as it is.
 *
 * @param web how other links are written
 */
record JekyllLinks(WebLinks web) implements LinkStyle {

  @Override
  public Resolution of(NoteLink link, Destination destination) {
    return link.target() instanceof Target.SitePage
        ? Resolution.verbatim()
        : web.of(link, destination);
  }
}
