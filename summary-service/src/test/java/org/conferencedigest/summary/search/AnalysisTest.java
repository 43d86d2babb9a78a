package org.conferencedigest.summary.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.conferencedigest.summary.search.Analysis.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {

  @ParameterizedTest
  @CsvSource({
    "The models of the data and how they are served to it, ENGLISH",
    "Die Modelle werden mit den Daten und nicht von Hand trainiert, GERMAN",
    "Les modèles sont dans le nuage et pas sur une machine, FRENCH",
    "データ品質, NONE",
    "Kubernetes Terraform Helm, NONE"
  })
  void smallWordsTellTheLanguage(String text, Language language) {
    assertThat(Language.of(text)).isEqualTo(language);
  }

  @Test
  void wordsAreFoundInAnyFormAndWithoutAccents() {
    assertThat(terms("Modèles et données", Language.FRENCH)).contains("modeles", "donnees");
    assertThat(terms("running models", Language.ENGLISH)).contains("running", "run", "model");
    assertThat(Query.of("Running").terms()).contains("running", "run");
  }

  @Test
  void languagesWithoutSpacesAreFoundByPairs() {
    assertThat(terms("データ品質の検査", Language.NONE)).contains("品質", "品", "検査");
    assertThat(Query.of("品質").text()).isEqualTo("('品質')");
  }

  @Test
  void aPhraseIsFoundAsItStands() {
    assertThat(Query.of("spark \"data quality\"").text())
        .contains("'spark'")
        .endsWith(" & ('data' <-> 'quality')");
    assertThat(Query.of("\"\" ?! ").text()).isEmpty();
  }

  @Test
  void whatIsNoWordCannotBreakOutOfTheQuery() {
    assertThat(Query.of("o'brien\\ & | ! :* (").text()).doesNotContain("& |", ":*", "!");
    assertThat(Query.quoted("a'b\\c")).isEqualTo("'a''b\\\\c'");
  }

  @Test
  void showsThePartWhereSomethingWasFound() {
    String text = "word ".repeat(200) + "the Netflix models are here " + "word ".repeat(200);

    List<Found.Piece> pieces =
        Highlighter.fragment(text, Language.ENGLISH, Query.of("model").terms(), 120);

    assertThat(pieces).contains(new Found.Piece("models", true));
    assertThat(pieces.getFirst().text()).isEqualTo("… ");
    assertThat(pieces.stream().mapToInt(piece -> piece.text().length()).sum()).isLessThan(200);
  }

  private static List<String> terms(String text, Language language) {
    return Analysis.ofText(text, language).stream().map(Token::term).collect(Collectors.toList());
  }
}
