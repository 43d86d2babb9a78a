package org.conferencedigest.gateway;

import org.conferencedigest.foundation.settings.Service;

/** Starts the gateway. */
public final class Gateway {

  private Gateway() {}

  public static void main(String[] args) {
    Service.launch(Gateway.class, args);
  }
}
