package org.demandwright.rest.demand;

import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.store.demand.NotDemandStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What might be marked as not being demand: either a line, or a document.
 *
 * @param line identity of a line of the ERP
 * @param document number of an order or invoice
 * @param org the company of the document, left out where there is one alone
 * @param customer whose document alone it is; by default anybody's
 */
@Schema(example = "{\"document\": \"SO-20417\"}")
public record NotDemandPreviewRequest(
    Optional<String> line,
    Optional<String> document,
    Optional<String> org,
    Optional<String> customer) {
  NotDemandStore.Marked marked() {
    if (line.isPresent() == document.isPresent()) {
      throw Refused.because("line", "Name either a line or a document.");
    }
    if (line.isPresent() && (org.isPresent() || customer.isPresent())) {
      throw Refused.because("line", "A line is named by itself: leave out org and customer.");
    }
    return new NotDemandStore.Marked(
        line.isPresent() ? NotDemandStore.What.LINE : NotDemandStore.What.DOCUMENT,
        line.or(() -> document).orElseThrow(),
        org.orElse(""),
        customer);
  }
}
