package org.conferencedigest.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "TEXT/HTML",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "application/json;q=0.8, text/html;q=0.9",
        "text/html;q=0.1, application/json;q=0"
      })
  void peopleAskForPages(String accept) {
    assertThat(Accept.of(accept).asksFor("text", "html")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "text/*",
        "application/json",
        "text/html;q=0",
        "text/html;q=0.0, */*",
        "text/html;q=high",
        "application/json, text/html;q=0.5",
        "application/problem+json, text/html;q=0.9",
        "*/*, text/html;q=0.9",
        "text/html5",
        "application/xhtml+text/html"
      })
  void programsDoNot(String accept) {
    assertThat(Accept.of(accept).asksFor("text", "html")).isFalse();
  }
}
