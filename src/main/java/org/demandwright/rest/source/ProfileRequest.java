package org.demandwright.rest.source;

import java.util.Map;
import org.demandwright.app.source.FileAnswers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /file-profiles}.
 *
 * @param kind order-lines or signals
 * @param mapping what every heading means
 */
@Schema(
    example =
        "{\"name\": \"web shop\", \"kind\": \"order-lines\", \"format\": {\"dates\": \"DMY\"},"
            + " \"mapping\": {\"Beleg\": \"document_no\", \"Datum\": \"order_date\", \"Artikel\":"
            + " \"item_id\", \"Menge\": \"quantity\"}}")
public record ProfileRequest(
    String name, String kind, Map<String, String> format, Map<String, String> mapping) {
  FileAnswers answers() {
    return new FileAnswers(format, mapping);
  }
}
