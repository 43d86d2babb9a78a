package org.conferencedigest.gateway;

import io.micronaut.runtime.Micronaut;

/** Starts the gateway. */
public final class Gateway {

  private Gateway() {}

  public static void main(String[] args) {
    Micronaut.build(args).mainClass(Gateway.class).banner(false).start();
  }
}
