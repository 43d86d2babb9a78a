package org.conferencedigest.notes;

import static org.assertj.core.api.Assertions.assertThat;

import org.conferencedigest.embedded.Migrations;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void theVersionBeforeCanRunBesideThisOne() {
    assertThat(Migrations.breaches("notes-service", "foundation")).isEmpty();
  }
}
