package org.demandwright.rest.quality;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.demandwright.app.Page;
import org.demandwright.app.Wordbook;
import org.demandwright.app.quality.SupplyQuality;
import org.demandwright.app.quality.SupplyQuality.QuarantinedSupply;
import org.demandwright.app.quality.SupplyQuality.ViewAccount;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyFault;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of every row of stock and supply that the ERPs tell. */
@Path("data-quality/supply")
@RequestScoped
@OfAllData
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Data quality")
public class SupplyQualityResource {
  @Inject SupplyQuality quality;

  /**
   * A view of a source, as the last import found it.
   *
   * @param source name of the source
   * @param view name of the view
   * @param run number of the run that read it
   * @param there whether the ERP has the view
   * @param lacking columns that it does not have
   * @param rows rows that the ERP itself counts; absent where there is no view
   * @param amount sum of the view's amount, as the ERP itself adds it up; absent where there is no
   *     view
   * @param rowsUsed rows that are used
   * @param amountUsed sum of the amount of rows that are used
   * @param rowsQuarantined rows that are kept apart
   * @param amountQuarantined sum of the amount of rows that are kept apart
   * @param addsUp whether what the ERP counts and adds up is what was read
   */
  public record SupplyView(
      String source,
      String view,
      long run,
      boolean there,
      List<String> lacking,
      Long rows,
      BigDecimal amount,
      long rowsUsed,
      BigDecimal amountUsed,
      long rowsQuarantined,
      BigDecimal amountQuarantined,
      boolean addsUp) {
    static SupplyView of(ViewAccount view) {
      SupplyAccount account = view.account();
      return new SupplyView(
          view.source(),
          account.table().view(),
          view.run(),
          account.told().isPresent(),
          account.lacking(),
          account.told().map(Extent::rows).orElse(null),
          account.told().map(Extent::amount).orElse(null),
          account.kept().rows(),
          account.kept().amount(),
          account.apart().rows(),
          account.apart().amount(),
          account.addsUp());
    }
  }

  /**
   * A row that is kept apart.
   *
   * @param source name of the source
   * @param view name of the view
   * @param reason why it is not used
   * @param column the first that is wrong; absent where the row as a whole is
   * @param detail what is wrong with it and what to do
   * @param row what it says, column by column
   */
  public record SupplyRowApart(
      String source, String view, SupplyFault reason, String column, String detail, String row) {
    static SupplyRowApart of(QuarantinedSupply apart) {
      return new SupplyRowApart(
          apart.source(),
          apart.row().table().view(),
          apart.row().fault(),
          apart.row().column().isEmpty() ? null : apart.row().column(),
          Wordbook.english().say(apart.detail()),
          apart.row().said());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("source,view")
  @Operation(
      operationId = "listSupplyViews",
      summary = "Rows of stock and supply in = used + quarantined, by view, at the last import")
  public Listing<SupplyView> views(@BeanParam ListRequest list) {
    return list.list(
        SupplyView.class,
        (cursor, limit) -> Page.within(quality.accounts(), cursor, limit).map(SupplyView::of));
  }

  @GET
  @Path("quarantine")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("source,view")
  @Operation(
      operationId = "listSupplyQuarantine",
      summary = "Rows of stock and supply that are not used, with the reason and what to do")
  public Listing<SupplyRowApart> quarantine(@BeanParam ListRequest list) {
    return list.list(
        SupplyRowApart.class,
        (cursor, limit) -> quality.quarantine(cursor, limit).map(SupplyRowApart::of));
  }
}
