package org.conferencedigest.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code docker compose up} starts, and how it stops and starts again. */
@NeedsDocker
class ContainersTest {

  private static final Duration LATE =
      Duration.ofSeconds(
          Integer.parseInt(System.getenv().getOrDefault("DIGEST_LATE_SECONDS", "10")));

  private final Stack stack = Stack.running();

  @Test
  void theSampleComesBackThroughThePublishedPort() {
    Map<String, String> files = Samples.markdown(Samples.demonstration());
    Answer imported = importFolder("containers-round-trip", files);

    assertThat(
            stack.anybody().digestAfter(imported, "containers-round-trip", "hugo.md").ok().text())
        .isEqualTo(files.get("summary.md"));
  }

  @Test
  void aRealConferenceComesBackThroughThePublishedPort() {
    Map<String, String> files = Samples.markdown(Samples.sample("spark-2020/content"));
    Answer imported = importFolder("containers-real", files);

    assertThat(stack.anybody().digestAfter(imported, "containers-real", "hugo.md").ok().text())
        .isEqualTo(files.get("summary.md"));
  }

  @Test
  void servicesHaveNoRightsTheyDoNotNeed() {
    for (String service : Stack.SERVICES) {
      String container = stack.container(service);
      assertThat(
              Docker.inspect(
                  container,
                  "{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}}"
                      + " {{.HostConfig.SecurityOpt}} {{.Config.User}}"))
          .as(service)
          .isEqualTo("true [ALL] [no-new-privileges:true] 10001");
      // The main process is the JVM itself: it hears what the engine has to say.
      assertThat(Docker.lines("top", container, "-o", "pid,comm").get(1)).endsWith("java");
    }
  }

  @Test
  void nothingIsPublishedButTheGateway() {
    List<String> published = new ArrayList<>();
    for (String service :
        List.of("notes-service", "summary-service", "gateway", "kafka", "postgres")) {
      if (!Docker.docker("port", stack.container(service)).isEmpty()) {
        published.add(service);
      }
    }
    assertThat(published).containsExactly("gateway");
  }

  @Test
  void noPartSeesTheSecretsOfAnother() {
    assertThat(Docker.lines("exec", stack.container("notes-service"), "ls", "/run/secrets"))
        .containsExactly("secrets.properties");
    assertThat(Docker.lines("exec", stack.container("gateway"), "ls", "/run/public-keys"))
        .containsExactly("jwks.json");
    assertThat(Docker.inspect(stack.container("gateway"), "{{.Mounts}}"))
        .doesNotContain("secrets", "_keys");
    assertThat(
            Docker.docker(
                "exec",
                stack.container("postgres"),
                "psql",
                "--username=postgres",
                "--no-align",
                "--tuples-only",
                "--command",
                "select rolname, rolsuper, has_database_privilege(rolname, 'notes', 'connect'),"
                    + " has_database_privilege(rolname, 'summary', 'connect')"
                    + " from pg_roles where rolname in ('notes', 'summary') order by 1"))
        .isEqualTo("notes|f|t|f\nsummary|f|f|t");
  }

  @Test
  void servicesEndByThemselvesWhenTheyAreStopped() {
    stack.compose("stop", "gateway", "summary-service", "notes-service");
    for (String service : Stack.SERVICES) {
      // 143: the JVM ended by SIGTERM, in good order; 137 would be by force.
      assertThat(Docker.inspect(stack.container(service), "{{.State.ExitCode}}"))
          .as(service)
          .isEqualTo("143");
    }
    stack.up();
  }

  /** Names come and go with containers; who remembers a name as unknown keeps away for as long. */
  @Test
  void servicesForgetSoonThatANameWasUnknown() {
    for (String service : Stack.SERVICES) {
      String settings =
          Docker.docker(
              "exec",
              stack.container(service),
              "java",
              "@java.options",
              "-XshowSettings:security:properties",
              "-version");
      assertThat(settings.lines().map(String::strip))
          .contains("networkaddress.cache.ttl=2", "networkaddress.cache.negative.ttl=1");
    }
  }

  @Test
  void theStartArchivesAreUsed() {
    for (String service : Stack.SERVICES) {
      assertThat(Docker.docker("logs", stack.container(service)))
          .as("a JVM that cannot use its archive says so")
          .doesNotContain("[aot]", "AOT cache");
    }
  }

  @Test
  void whatWasWrittenIsThereAfterDownAndUp() {
    Answer written = importFolder("containers-down", Samples.markdown(Samples.demonstration()));
    String before = stack.anybody().digestAfter(written, "containers-down", "hugo.md").ok().text();

    stack.compose("down");
    stack.up();

    assertThat(
            stack.anybody().get("/api/v1/conferences/containers-down/digest.hugo.md").ok().text())
        .isEqualTo(before);
  }

  @Test
  void servicesWaitForDatabaseAndBrokerAndSaySo() throws Exception {
    stack.compose("down");
    // One by one: those of one command wait for each other to be healthy.
    Stack.SERVICES.forEach(service -> stack.compose("up", "--detach", "--no-deps", service));
    Map<String, Api> waiting =
        Map.of(
            "notes-service", stack.operator("notes-service"),
            "summary-service", stack.operator("summary-service"),
            "gateway", stack.anybody());
    waiting.forEach(
        (service, api) ->
            DigestSystem.await(
                Duration.ofMinutes(1),
                () -> api.get("/health/liveness"),
                answer -> answer.status() == 200));

    long end = System.nanoTime() + LATE.toNanos();
    do {
      waiting.forEach(
          (service, api) ->
              assertThat(api.get("/health/readiness").status()).as(service).isEqualTo(503));
      Thread.sleep(500);
    } while (System.nanoTime() < end);
    stack.compose("up", "--detach", "--wait", "postgres", "kafka");

    DigestSystem.await(
        Duration.ofMinutes(2),
        () -> stack.anybody().get("/health/readiness"),
        answer -> answer.status() == 200);
    for (String service : Stack.SERVICES) {
      assertThat(Docker.inspect(stack.container(service), "{{.RestartCount}}"))
          .as("%s was never restarted", service)
          .isEqualTo("0");
    }
    stack.up();
  }

  private Answer importFolder(String conference, Map<String, String> files) {
    return stack
        .editor()
        .post("/api/v1/conferences/" + conference + "/content", Api.ZIP, Samples.zip(files))
        .ok();
  }
}
