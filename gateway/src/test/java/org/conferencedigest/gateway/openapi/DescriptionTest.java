package org.conferencedigest.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.conferencedigest.gateway.Await;
import org.conferencedigest.gateway.RunningGateway;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DescriptionTest {

  private static final String NOTES =
      """
      openapi: 3.1.0
      info: {title: Notes, version: "1"}
      paths:
        /api/v1/conferences/{conference}:
          get:
            summary: Reads a conference
            parameters:
              - {name: conference, in: path, required: true, schema: {type: string}}
            responses:
              "200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
        /internal/outbox:
          get: {responses: {"200": {description: no}}}
      components:
        schemas:
          Thing:
            type: object
            required: [slug]
            properties:
              slug: {type: string, description: "a <name>"}
          Problem: {type: object}
      """;

  private static final String SUMMARY =
      """
      openapi: 3.1.0
      info: {title: Summary, version: "1"}
      paths:
        /api/v1/conferences/{conference}/digest/changes:
          get:
            responses:
              "200": {description: Changes, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      components:
        schemas:
          Thing: {type: object, properties: {other: {type: integer, format: int64}}}
          Problem: {type: object}
      """;

  @Test
  void putsTheServicesDescriptionsTogether() {
    try (RunningGateway gateway = RunningGateway.start(Map.of("gateway.openapi.cache", "1ms"))) {
      assertThat(gateway.get("/openapi.yaml").statusCode()).isEqualTo(503);
      gateway.notes().on("/openapi.yaml", 200, "application/yaml", NOTES);
      gateway.summary().on("/openapi.yaml", 200, "application/yaml", SUMMARY);
      Await.until("both", () -> gateway.get("/openapi.yaml").body().contains("ThingOfSummary"));
      HttpResponse<String> response = gateway.get("/openapi.yaml");
      Map<String, Object> api =
          Tree.map(new Load(LoadSettings.builder().build()).loadFromString(response.body()));

      assertThat(Tree.map(api, "paths"))
          .containsOnlyKeys(
              "/api/v1/conferences/{conference}",
              "/api/v1/conferences/{conference}/digest/changes");
      assertThat(Tree.map(Tree.map(api, "components"), "schemas"))
          .containsOnlyKeys("Thing", "Problem", "ThingOfSummary");
      assertThat(response.body())
          .contains("#/components/schemas/ThingOfSummary")
          .contains("text/event-stream")
          .contains("'429'");
      gateway.notes().goDown();
      gateway.summary().on("/openapi.yaml", 200, "application/yaml", ": nonsense: [");
      assertThat(gateway.get("/openapi.yaml").body()).isEqualTo(response.body());

      HttpResponse<String> page = gateway.get("/docs", "Accept", "text/html");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<span class=\"method\">GET</span>")
          .contains("a &lt;name&gt;")
          .contains("href=\"#schema-ThingOfSummary\"")
          .containsOnlyOnce("<script")
          .contains("<script type=\"module\" src=\"/assets/site.");
    }
  }
}
