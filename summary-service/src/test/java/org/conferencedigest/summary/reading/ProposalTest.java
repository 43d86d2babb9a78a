package org.conferencedigest.summary.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conferencedigest.summary.testing.Samples.conference;
import static org.conferencedigest.summary.testing.Samples.freshConference;
import static org.conferencedigest.summary.testing.Samples.note;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conferencedigest.embedded.TestMachine;
import org.conferencedigest.summary.testing.Await;
import org.conferencedigest.summary.testing.Instance;
import org.conferencedigest.summary.testing.Sender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A digest as it would be, of which nothing is kept. */
class ProposalTest {

  private static final String CONFERENCE = freshConference();
  private static final String DIGEST = "/api/v1/conferences/" + CONFERENCE + "/digest";

  private static Instance service;

  @BeforeAll
  static void start() {
    String kafka = TestMachine.kafka().bootstrapServers();
    service = Instance.start(TestMachine.freshDatabase(), kafka, "proposal-test");
    try (Sender sender = new Sender(kafka)) {
      sender.send(conference(CONFERENCE, 1, "A conference"));
      sender.send(note(CONFERENCE, "one", 1, "The first of them."));
      Await.until(() -> assertThat(service.get(DIGEST + ".md").body()).contains("The first"));
    }
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whatSaysNothingShowsWhatThereIs() {
    HttpResponse<String> response = propose("{}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(response.body())
        .contains("The first of them.")
        .contains("\"kind\":\"entries\"")
        .contains("\"notes\":[\"one\"]");
  }

  @Test
  void aDraftStandsWhereItWouldAndLinksToItLead() {
    String before = service.get(DIGEST + ".md").body();
    HttpResponse<String> response =
        propose(
            """
            {"notes": {
              "two": {"title": "Two", "date": "2020-06-24", "body": "Not yet public.",
                      "talks": [{"slug": "t", "title": "T", "kind": "talk",
                                 "speakers": [{"name": "Bo Li"}]}],
                      "review": {"verdict": "best"}},
              "one": {"body": "See [two](note:two)."}}}
            """);

    assertThat(response.body())
        .contains("Not yet public.")
        .contains("Bo Li")
        .contains("\"verdict\":\"best\"")
        .contains("/notes/two");
    assertThat(service.get(DIGEST + ".md").body()).isEqualTo(before);
  }

  @Test
  void aReviewAloneMovesANote() {
    assertThat(propose("{\"notes\":{\"one\":{\"review\":{\"section\":\"unlisted\"}}}}").body())
        .doesNotContain("The first of them.");
    assertThat(propose("{\"notes\":{\"one\":{\"retracted\":true}}}").body())
        .doesNotContain("The first of them.");
  }

  @Test
  void anotherOutlineIsShown() {
    assertThat(propose("{\"outline\":\"Words <b>of mine</b>.\\n\"}").body())
        .contains("of mine")
        .contains("The first of them.");
    assertThat(propose("{\"defaultOutline\":true}").body()).contains("The first of them.");
  }

  @Test
  void whatRunsDoesNotComeThrough() {
    assertThat(
            propose(
                    "{\"notes\":{\"one\":{\"body\":\"<script>alert(1)</script>"
                        + "<img src=x onerror=alert(1)> [x](javascript:alert(1))\"}}}")
                .body())
        .doesNotContain("<script>alert")
        .doesNotContain("onerror=")
        .doesNotContain("href=\\\"javascript:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"notes\":{\"new\":{\"body\":\"No title.\"}}}",
        "{\"notes\":{\"NO SLUG\":{\"title\":\"T\",\"date\":\"2020-06-24\"}}}",
      })
  void whatCannotBeShownIs422(String proposal) {
    assertThat(propose(proposal).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"notes\":{\"one\":{\"review\":{\"verdict\":\"?\"}}}}"})
  void whatIsNoProposalIsAProblemOfTheClient(String body) {
    assertThat(propose(body).statusCode()).isBetween(400, 422);
  }

  @Test
  void noMoreNotesAreTakenThanConfigured() {
    String many =
        IntStream.range(0, 1_001)
            .mapToObj(i -> "\"n" + i + "\":{\"retracted\":true}")
            .collect(Collectors.joining(","));
    assertThat(propose("{\"notes\":{" + many + "}}").statusCode()).isEqualTo(422);
  }

  @Test
  void aConferenceThatIsNotThereIs404() {
    assertThat(
            service
                .send(
                    service
                        .request("/api/v1/conferences/nowhere/digest/proposal")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<String> propose(String json) {
    return service.send(
        service
            .request(DIGEST + "/proposal")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }
}
