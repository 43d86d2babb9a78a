package org.conferencedigest.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.conferencedigest.embedded.Migrations;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void theVersionBeforeCanRunBesideThisOne() {
    assertThat(Migrations.breaches("summary-service", "foundation")).isEmpty();
  }
}
