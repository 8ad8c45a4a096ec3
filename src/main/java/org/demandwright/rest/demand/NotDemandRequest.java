package org.demandwright.rest.demand;

import java.util.Optional;
import org.demandwright.store.demand.NotDemandStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is marked as not being demand, and why: either a line, or a document.
 *
 * @param line identity of a line of the ERP
 * @param document number of an order or invoice
 * @param org the company of the document, left out where there is one alone
 * @param customer whose document alone it is; by default anybody's
 */
@Schema(
    example =
        "{\"document\": \"SO-20417\", \"customer\": \"C-118\", \"reason\": \"Equipment of a new"
            + " plant, bought once\"}")
public record NotDemandRequest(
    Optional<String> line,
    Optional<String> document,
    Optional<String> org,
    Optional<String> customer,
    String reason) {
  NotDemandStore.Marked marked() {
    return new NotDemandPreviewRequest(line, document, org, customer).marked();
  }
}
