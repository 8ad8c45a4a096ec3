package org.demandwright.rest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.source.SentSupply;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.rest.wire.Bodies;
import org.demandwright.rest.wire.CsvBodies;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.supply.SentSupplyStore.Sent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tables of stock and supply that are sent where no ERP tells them. */
@Path("supply-tables")
@RequestScoped
@OfAllData
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Sources")
public class SupplyTablesResource {
  @Inject SentSupply supply;
  @Context SecurityContext caller;

  /**
   * A table that can be sent.
   *
   * @param table its name in addresses, such as stock-level
   * @param view the view of the contract whose columns it has
   * @param columns that it may have
   * @param needed those without which it is refused; beside them org_id where there are several
   *     companies
   * @param sent columns that the table has that was sent last; none where none was
   * @param rowCount how many rows it has
   * @param sentBy who sent it; absent where nobody did
   * @param sentAt when
   */
  public record SendableTable(
      String table,
      String view,
      List<String> columns,
      List<String> needed,
      List<String> sent,
      long rowCount,
      String sentBy,
      Instant sentAt) {
    static SendableTable of(SupplyTable table, Optional<Sent> sent) {
      return new SendableTable(
          word(table),
          table.view(),
          table.columns().stream().map(SupplyColumn::name).toList(),
          table.columns().stream().filter(SentSupply::isNeeded).map(SupplyColumn::name).toList(),
          sent.map(Sent::columns).orElse(List.of()),
          sent.map(Sent::rows).orElse(0L),
          sent.map(Sent::sentBy).orElse(null),
          sent.map(Sent::sentAt).orElse(null));
    }
  }

  private static String word(SupplyTable table) {
    return table.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("table")
  @Operation(
      operationId = "listSupplyTables",
      summary = "Tables of stock and supply that can be sent, and what was sent of them")
  public Listing<SendableTable> all(@BeanParam ListRequest list) {
    return list.list(
        SendableTable.class,
        (cursor, limit) ->
            Page.within(SentSupply.tables(), cursor, limit)
                .map(table -> SendableTable.of(table, supply.find(table))));
  }

  @GET
  @Path("{table}")
  @Operation(operationId = "getSupplyTable", summary = "One of them")
  public SendableTable one(
      @Parameter(description = "Name of the table, such as stock-level") @PathParam("table")
          String name) {
    SupplyTable table = table(name);
    return SendableTable.of(table, supply.find(table));
  }

  @PUT
  @Path("{table}")
  @Consumes(CsvBodies.CSV)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "sendSupplyTable",
      summary = "Send a table as a whole, in place of what was sent of it before",
      description =
          "CSV with a heading of the contract's column names, decimals with a point, days as"
              + " 2026-01-31. A value that cannot be read refuses all of it. The next import reads it"
              + " behind the ERPs: what one of them tells counts before it, and rows that cannot be"
              + " used are kept apart (GET /data-quality/supply).")
  public SendableTable send(
      @Parameter(description = "Name of the table, such as stock-level") @PathParam("table")
          String name,
      @BeanParam IfMatch seen,
      InputStream body)
      throws IOException {
    SupplyTable table = table(name);
    Sent sent =
        supply.replace(
            table,
            Bodies.read(body),
            seen.<Optional<Sent>>of(now -> SendableTable.of(table, now)),
            caller.getUserPrincipal().getName());
    return SendableTable.of(table, Optional.of(sent));
  }

  @DELETE
  @Path("{table}")
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "removeSupplyTable",
      summary = "Forget what was sent of a table; the next import forgets its rows")
  public void remove(
      @Parameter(description = "Name of the table, such as stock-level") @PathParam("table")
          String name,
      @BeanParam IfMatch seen) {
    SupplyTable table = table(name);
    supply.forget(table, seen.<Optional<Sent>>of(now -> SendableTable.of(table, now)));
  }

  private static SupplyTable table(String name) {
    return SentSupply.tables().stream()
        .filter(table -> word(table).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no table of that name; there are %s."
                        .formatted(
                            String.join(
                                ", ",
                                SentSupply.tables().stream()
                                    .map(SupplyTablesResource::word)
                                    .toList()))));
  }
}
