package org.demandwright.rest.source;

import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.app.source.FileAnswers;
import org.demandwright.file.FileKind;
import org.demandwright.rest.wire.JsonBody;

/**
 * Reads what is said about a file: the body of its preview, dry run and load, and of a profile. An
 * empty body says nothing.
 *
 * @param name of a profile, empty where there is none
 * @param kind of a profile, empty where there is none
 */
record AnswersRequest(String name, String kind, FileAnswers answers) {
  static final String EXAMPLE =
      "{\"format\": {\"numbers\": \"COMMA\", \"dates\": \"DMY\"}, \"mapping\": {\"Menge\":"
          + " \"quantity\", \"Rabatt\": \"-\"}}";
  static final String PROFILE =
      "{\"name\": \"web shop\", \"kind\": \"order-lines\", \"format\": {\"dates\": \"DMY\"},"
          + " \"mapping\": {\"Beleg\": \"document_no\", \"Datum\": \"order_date\", \"Artikel\":"
          + " \"item_id\", \"Menge\": \"quantity\"}}";
  private static final Set<String> ANSWERS = Set.of("format", "mapping");
  private static final Set<String> NAMED = Set.of("name", "kind", "format", "mapping");

  static FileAnswers answers(String body) {
    return parse(body, ANSWERS, EXAMPLE).answers();
  }

  static AnswersRequest profile(String body) {
    return parse(body, NAMED, PROFILE);
  }

  /** Returns the kind of file that a word names; refuses others. */
  static FileKind kind(String text) {
    return FileKind.named(text)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.INVALID,
                    "There are no files of \"" + text + "\"; kind is order-lines or signals."));
  }

  private static AnswersRequest parse(String text, Set<String> known, String example) {
    JsonBody body = JsonBody.of(text == null || text.isBlank() ? "{}" : text, known, example);
    return new AnswersRequest(
        body.text("name"),
        body.text("kind"),
        new FileAnswers(body.texts("format"), body.texts("mapping")));
  }
}
