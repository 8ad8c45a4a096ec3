package org.demandwright.rest.decide;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.Neighbours;
import org.demandwright.core.decide.neighbour.Neighbour;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.NeighbourStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Items that are bought together more often than by chance. */
@Path("neighbours")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Neighbours")
public class NeighboursResource {
  private static final double SHARES = 1e6;

  @Inject CallerScope scope;
  @Inject Neighbours neighbours;

  /**
   * An item that is bought with another one.
   *
   * @param item the one that is looked at
   * @param neighbour what is bought with it
   * @param site at which it was counted; absent where it was at all sites of the company
   * @param reason in a sentence
   * @param together documents with both
   * @param withItem documents with the item
   * @param withNeighbour documents with the neighbour
   * @param documents all that were counted: those with at least two items and not too many
   * @param expected documents with both if chance alone put them together
   * @param support share of all documents that hold both, 0–1
   * @param confidence share of the documents with the item that hold the neighbour, 0–1
   * @param lift how many times as often as by chance they come together
   * @param probability that chance alone puts them together at least as often
   * @param firstDay of the documents
   * @param countedOn the day before which they lie
   */
  public record BoughtTogether(
      String org,
      String item,
      String neighbour,
      String site,
      String reason,
      long together,
      long withItem,
      long withNeighbour,
      long documents,
      double expected,
      double support,
      double confidence,
      double lift,
      double probability,
      LocalDate firstDay,
      LocalDate countedOn) {
    static BoughtTogether of(NeighbourStore.Row row) {
      Neighbour n = row.neighbour();
      return new BoughtTogether(
          row.where().org(),
          n.item(),
          n.neighbour(),
          row.where().site().orElse(null),
          Wordbook.english().say(Neighbours.said(n)),
          n.together(),
          n.withItem(),
          n.withNeighbour(),
          n.documents(),
          rounded(n.expected()),
          rounded(n.support()),
          rounded(n.confidence()),
          rounded(n.lift()),
          n.probability(),
          row.firstDay(),
          row.countedOn());
    }

    private static double rounded(double figure) {
      return Math.rint(figure * SHARES) / SHARES;
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,item,site")
  @Operation(
      operationId = "listNeighbours",
      summary = "Items that are bought together, by item and site, the surest first")
  public Listing<BoughtTogether> all(
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @Parameter(description = "What was counted at this site") @QueryParam("site")
          Optional<String> site,
      @Parameter(
              description =
                  "Whether what was counted at all sites of a company is wanted (true), or at single"
                      + " ones (false); both by default")
          @QueryParam("everywhere")
          Optional<Boolean> everywhere,
      @Parameter(description = "How many times as often as by chance they come together, at least")
          @QueryParam("minLift")
          Optional<BigDecimal> minLift,
      @BeanParam ListRequest list) {
    NeighbourStore.Filter filter =
        new NeighbourStore.Filter(
            org, item, site, everywhere, minLift.map(BigDecimal::doubleValue));
    return list.list(
        BoughtTogether.class,
        (cursor, limit) ->
            neighbours.page(scope.get(), filter, cursor, limit).map(BoughtTogether::of));
  }
}
