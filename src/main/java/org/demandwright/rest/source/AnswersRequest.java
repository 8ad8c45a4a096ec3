package org.demandwright.rest.source;

import java.util.Map;
import org.demandwright.app.Refused;
import org.demandwright.app.source.FileAnswers;
import org.demandwright.file.FileKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is said about a file: the body of its preview, dry run and load. An empty body says nothing.
 *
 * @param format words about its form
 * @param mapping what its headings mean
 */
@Schema(
    example =
        "{\"format\": {\"numbers\": \"COMMA\", \"dates\": \"DMY\"}, \"mapping\": {\"Menge\":"
            + " \"quantity\", \"Rabatt\": \"-\"}}")
public record AnswersRequest(Map<String, String> format, Map<String, String> mapping) {
  FileAnswers answers() {
    return new FileAnswers(format, mapping);
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
}
