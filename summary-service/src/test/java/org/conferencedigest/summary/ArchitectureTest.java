package org.conferencedigest.summary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Data flows one way: topic, intake, state, document, rendering, revision, reader. */
class ArchitectureTest {

  private static final String ROOT = "org.conferencedigest.summary.";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.conferencedigest.summary");

  @Test
  void packagesKnowOnlyWhatTheyAreMadeOf() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("digest")
        .definedBy(ROOT + "digest")
        .layer("render")
        .definedBy(ROOT + "render")
        .layer("lint")
        .definedBy(ROOT + "lint")
        .layer("search")
        .definedBy(ROOT + "search")
        .layer("state")
        .definedBy(ROOT + "state")
        .layer("revision")
        .definedBy(ROOT + "revision")
        .layer("deadletter")
        .definedBy(ROOT + "deadletter")
        .layer("intake")
        .definedBy(ROOT + "intake")
        .layer("rebuild")
        .definedBy(ROOT + "rebuild")
        .layer("reading")
        .definedBy(ROOT + "reading")
        .whereLayer("digest")
        .mayNotAccessAnyLayer()
        .whereLayer("render")
        .mayOnlyAccessLayers("digest")
        .whereLayer("lint")
        .mayOnlyAccessLayers("digest", "render")
        .whereLayer("search")
        .mayOnlyAccessLayers("digest", "render")
        .whereLayer("state")
        .mayOnlyAccessLayers("digest")
        .whereLayer("revision")
        .mayOnlyAccessLayers("state", "search", "digest", "render")
        .whereLayer("deadletter")
        .mayNotAccessAnyLayer()
        .whereLayer("intake")
        .mayOnlyAccessLayers("deadletter", "revision", "state")
        .whereLayer("rebuild")
        .mayOnlyAccessLayers("intake", "revision", "state")
        .whereLayer("reading")
        .mayOnlyAccessLayers("revision", "search", "state", "digest", "render", "lint")
        .check(classes);
  }

  @Test
  void nothingGoesInCircles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void documentAndRenderingsKnowNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + "digest", ROOT + "lint")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "io.micronaut.http..", "org.apache.kafka..")
        .check(classes);
  }
}
