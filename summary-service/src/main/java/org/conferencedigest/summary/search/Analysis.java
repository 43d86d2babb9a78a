package org.conferencedigest.summary.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.KeywordRepeatFilter;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Takes texts apart into what is found: words in lower case without accents, as they are and by
 * their stems; Chinese, Japanese and Korean, which do not part words, by pairs of characters. The
 * same for texts, for queries, and for what is highlighted, on every machine and in every locale.
 */
final class Analysis {

  private Analysis() {}

  /**
   * A term and where it stands.
   *
   * @param position of its word, from 0; a word and its stem have the same one
   * @param start in characters of the text
   * @param end the character behind it
   */
  record Token(String term, int position, int start, int end) {}

  /** The terms of a text. */
  static List<Token> ofText(String text, Language language) {
    return tokens(text, language, true);
  }

  /** The terms of a query, in one language. */
  static List<Token> ofQuery(String text, Language language) {
    return tokens(text, language, false);
  }

  private static List<Token> tokens(String text, Language language, boolean singleCharacters) {
    StandardTokenizer words = new StandardTokenizer();
    words.setReader(new StringReader(text));
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = chain(words, language, singleCharacters)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static TokenStream chain(TokenStream words, Language language, boolean singleCharacters) {
    TokenStream pairs =
        new CJKBigramFilter(
            new LowerCaseFilter(new CJKWidthFilter(words)),
            CJKBigramFilter.HAN
                | CJKBigramFilter.HIRAGANA
                | CJKBigramFilter.KATAKANA
                | CJKBigramFilter.HANGUL,
            singleCharacters);
    TokenStream stems =
        language == Language.NONE
            ? pairs
            : new SnowballFilter(new KeywordRepeatFilter(pairs), language.stemmer());
    return new RemoveDuplicatesTokenFilter(new ASCIIFoldingFilter(stems));
  }
}
