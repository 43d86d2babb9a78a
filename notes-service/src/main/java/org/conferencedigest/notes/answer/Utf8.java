package org.conferencedigest.notes.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.conferencedigest.foundation.problem.ProblemException;

/** Texts as they come over the wire. */
public final class Utf8 {

  private Utf8() {}

  /**
   * The text of bytes.
   *
   * @throws ProblemException 400 if they are no UTF-8
   */
  public static String decode(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw ProblemException.malformed("The content is not UTF-8.");
    }
  }
}
