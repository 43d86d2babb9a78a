package org.conferencedigest.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1NetworkPolicyIngressRule;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What stands in {@code deploy/kubernetes}, read as Kubernetes' own types, which know every field.
 */
class KubernetesTest {

  private static final Path FOLDER = Samples.repository().resolve("deploy/kubernetes");

  private final List<Object> resources = resources();

  @Test
  void everyServiceIsDeployedWithProbesAndWithoutRightsItDoesNotNeed() {
    assertThat(all(V1Deployment.class))
        .extracting(d -> d.getMetadata().getName())
        .containsExactlyInAnyOrderElementsOf(Stack.SERVICES);
    for (V1Deployment deployment : all(V1Deployment.class)) {
      var pod = deployment.getSpec().getTemplate().getSpec();
      V1Container container = pod.getContainers().getFirst();
      assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/health/liveness");
      assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/liveness");
      assertThat(container.getReadinessProbe().getHttpGet().getPath())
          .isEqualTo("/health/readiness");
      assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
      assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
      assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
      assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
      assertThat(container.getResources().getLimits()).containsKey("memory");
      assertThat(pod.getAutomountServiceAccountToken()).isFalse();
    }
  }

  @Test
  void servicesBudgetsAndScalersFindTheirPods() {
    Set<Map<String, String>> pods =
        all(V1Deployment.class).stream()
            .map(d -> d.getSpec().getSelector().getMatchLabels())
            .collect(Collectors.toSet());
    for (V1Deployment deployment : all(V1Deployment.class)) {
      assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
          .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
    }
    assertThat(all(V1Service.class))
        .hasSize(3)
        .allSatisfy(service -> assertThat(pods).contains(service.getSpec().getSelector()));
    assertThat(all(V1PodDisruptionBudget.class))
        .hasSize(3)
        .allSatisfy(
            budget -> assertThat(pods).contains(budget.getSpec().getSelector().getMatchLabels()));
    assertThat(all(V2HorizontalPodAutoscaler.class))
        .extracting(scaler -> scaler.getSpec().getScaleTargetRef().getName())
        .containsExactlyInAnyOrder("gateway", "summary-service");
  }

  @Test
  void nobodyReachesAServiceButTheGateway() {
    Map<String, V1NetworkPolicy> policies =
        all(V1NetworkPolicy.class).stream()
            .collect(Collectors.toMap(p -> p.getMetadata().getName(), p -> p));
    assertThat(ingressOf(policies, "nothing")).isEmpty();
    assertThat(ingressOf(policies, "behind-the-gateway"))
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.getFrom())
                    .filteredOn(peer -> peer.getPodSelector() != null)
                    .extracting(peer -> peer.getPodSelector().getMatchLabels())
                    .containsExactly(Map.of("app.kubernetes.io/name", "gateway")));
  }

  private static List<V1NetworkPolicyIngressRule> ingressOf(
      Map<String, V1NetworkPolicy> policies, String name) {
    V1NetworkPolicy policy = policies.get(name);
    assertThat(policy).as(name).isNotNull();
    List<V1NetworkPolicyIngressRule> rules = requireNonNull(policy).getSpec().getIngress();
    return rules == null ? List.of() : rules;
  }

  @Test
  void settingsAreThoseThatAreDocumented() throws IOException {
    String documented = Files.readString(Samples.repository().resolve("docs/operations.md"));
    Set<String> names = new TreeSet<>();
    for (String line : Files.readAllLines(FOLDER.resolve("settings.env"))) {
      if (!line.startsWith("#")) {
        names.add(line.substring(0, line.indexOf('=')));
      }
    }
    for (V1Deployment deployment : all(V1Deployment.class)) {
      var variables =
          deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv();
      if (variables != null) {
        variables.forEach(variable -> names.add(variable.getName()));
      }
    }
    assertThat(names)
        .hasSizeGreaterThan(8)
        .allSatisfy(name -> assertThat(documented).contains("`" + name + "`"));
  }

  private <T> List<T> all(Class<T> type) {
    return resources.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** All that the kustomization names; a field that a type does not have fails the test. */
  private static List<Object> resources() {
    List<Object> resources = new ArrayList<>();
    try {
      List<String> files =
          Files.readAllLines(FOLDER.resolve("kustomization.yaml")).stream()
              .map(String::strip)
              .filter(line -> line.matches("- [a-z-]+\\.yaml"))
              .map(line -> line.substring(2))
              .toList();
      assertThat(files).hasSize(5);
      for (String file : files) {
        resources.addAll(Yaml.loadAll(FOLDER.resolve(file).toFile()));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return resources;
  }
}
