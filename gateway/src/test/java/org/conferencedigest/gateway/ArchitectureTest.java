package org.conferencedigest.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * A request goes one way: header, limit, route; copies and pages are made of what routes answer.
 */
@AnalyzeClasses(packagesOf = Gateway.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String GATEWAY = "org.conferencedigest.gateway.";

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
      slices().matching(GATEWAY + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_KNOW_ONLY_WHAT_THEY_ARE_MADE_OF =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("header")
          .definedBy(GATEWAY + "header")
          .layer("limit")
          .definedBy(GATEWAY + "limit")
          .layer("route")
          .definedBy(GATEWAY + "route")
          .layer("digestcache")
          .definedBy(GATEWAY + "digestcache")
          .layer("live")
          .definedBy(GATEWAY + "live")
          .layer("health")
          .definedBy(GATEWAY + "health")
          .layer("desk")
          .definedBy(GATEWAY + "desk")
          .whereLayer("header")
          .mayNotAccessAnyLayer()
          .whereLayer("limit")
          .mayNotAccessAnyLayer()
          .whereLayer("route")
          .mayOnlyAccessLayers("header")
          .whereLayer("digestcache")
          .mayOnlyAccessLayers("route")
          .whereLayer("live")
          .mayOnlyAccessLayers("digestcache", "route")
          .whereLayer("health")
          .mayOnlyAccessLayers("route")
          .whereLayer("desk")
          .mayOnlyAccessLayers("header", "limit", "route");

  @ArchTest
  static final ArchRule NOTHING_HERE_ASKS_A_DATABASE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..");
}
