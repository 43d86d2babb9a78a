package org.conferencedigest.notes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packagesOf = NotesService.class,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String NOTES = "org.conferencedigest.notes.";

  @ArchTest
  static final ArchRule PACKAGES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
      slices().matching(NOTES + "(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule DATA_FLOWS_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("importing")
          .definedBy(NOTES + "importing..")
          .layer("republishing")
          .definedBy(NOTES + "republishing..")
          .layer("schedule")
          .definedBy(NOTES + "schedule..")
          .layer("note")
          .definedBy(NOTES + "note..")
          .layer("talk")
          .definedBy(NOTES + "talk..")
          .layer("conference")
          .definedBy(NOTES + "conference..")
          .layer("publishing")
          .definedBy(NOTES + "publishing..")
          .layer("frontmatter")
          .definedBy(NOTES + "frontmatter..")
          .whereLayer("importing")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("republishing")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("schedule")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("note")
          .mayOnlyBeAccessedByLayers("importing", "republishing")
          .whereLayer("talk")
          .mayOnlyBeAccessedByLayers("note", "importing", "republishing", "schedule")
          .whereLayer("conference")
          .mayOnlyBeAccessedByLayers("talk", "note", "importing", "republishing", "schedule")
          .whereLayer("publishing")
          .mayOnlyBeAccessedByLayers(
              "conference", "talk", "note", "importing", "republishing", "schedule")
          .whereLayer("frontmatter")
          .mayOnlyBeAccessedByLayers("conference", "note", "importing");

  @ArchTest
  static final ArchRule FRONT_MATTER_KNOWS_NOTHING_OF_THE_SERVICE =
      noClasses()
          .that()
          .resideInAPackage(NOTES + "frontmatter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "java.sql..", "org.conferencedigest.foundation..");

  @ArchTest
  static final ArchRule ONLY_STORES_SPEAK_SQL =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Store")
          .and()
          .haveSimpleNameNotEndingWith("Situations")
          .and()
          .haveSimpleNameNotEndingWith("Lock")
          .and()
          .haveSimpleNameNotEndingWith("Repository")
          .and()
          .haveNameNotMatching(".*\\$.*") // made by the compiler
          .and()
          .areNotAssignableTo(org.conferencedigest.notes.writing.Writes.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "io.micronaut.data.jdbc..");
}
