package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.forecast.ReferenceForecasts;
import org.demandwright.app.intake.LineFate;
import org.demandwright.app.intake.LineFate.Outcome;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.intake.SalesLinesResource.Fate;
import org.demandwright.rest.wire.CsvBodies;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.ReferenceStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forecasts that somebody else made, to be scored beside ours. */
@Path("reference-forecasts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class ReferenceForecastsResource {
  @Inject CallerScope scope;
  @Inject ReferenceForecasts references;
  @Context SecurityContext caller;

  /**
   * A reference forecast.
   *
   * @param bucket its periods
   * @param values how many of series, period and lag
   * @param first first day of its first period
   * @param last first day of its last period
   * @param enteredAt when something was entered last
   */
  public record Reference(
      String name, Bucket bucket, long values, LocalDate first, LocalDate last, Instant enteredAt) {
    static Reference of(ReferenceStore.Summary s) {
      return new Reference(s.name(), s.bucket(), s.values(), s.first(), s.last(), s.enteredAt());
    }
  }

  /**
   * A value of a reference forecast.
   *
   * @param lag steps from the period in which it was made, 1 = the same
   * @param quantity base units of the item
   */
  public record ReferenceValue(
      long seriesId,
      String org,
      String item,
      String site,
      String channel,
      LocalDate periodStart,
      int lag,
      LocalDate madeOn,
      BigDecimal quantity,
      String enteredBy,
      Instant enteredAt) {
    static ReferenceValue of(ReferenceStore.Entry e) {
      return new ReferenceValue(
          e.value().cell().seriesId(),
          e.key().org(),
          e.key().item(),
          e.key().site(),
          e.key().channel(),
          e.value().cell().periodStart(),
          e.value().cell().lag(),
          e.value().madeOn(),
          Decimals.quantity(e.value().units()),
          e.enteredBy(),
          e.enteredAt());
    }
  }

  /**
   * A value to enter.
   *
   * @param org the company, needed where item and site are of several
   * @param madeOn the day on which it was made
   * @param day any day of the period that it is of
   * @param quantity base units of the item
   */
  @Schema(
      example =
          "{\"item\": \"I0001\", \"site\": \"CAN\", \"madeOn\": \"2027-06-28\","
              + " \"day\": \"2027-07-01\", \"quantity\": \"12.5\"}")
  public record NewReferenceValue(
      Optional<String> org,
      String item,
      String site,
      Optional<String> channel,
      LocalDate madeOn,
      LocalDate day,
      BigDecimal quantity) {
    ReferenceForecasts.Given given() {
      return new ReferenceForecasts.Given(
          org, item, site, channel.orElse(""), madeOn, day, quantity);
    }
  }

  /**
   * Values to enter.
   *
   * @param rows from 1 to 10,000
   */
  @Schema(
      example =
          "{\"rows\": [{\"item\": \"I0001\", \"site\": \"CAN\", \"madeOn\": \"2027-06-28\","
              + " \"day\": \"2027-07-01\", \"quantity\": \"12.5\"}]}")
  public record NewReferenceValues(List<NewReferenceValue> rows) {}

  /**
   * What became of rows.
   *
   * @param rows the fate of each, in the order of the body
   */
  public record EnteredValues(
      int received, int added, int changed, int unchanged, int refused, List<Fate> rows) {
    static EnteredValues of(List<LineFate> fates) {
      return new EnteredValues(
          fates.size(),
          count(fates, Outcome.NEW),
          count(fates, Outcome.CHANGED),
          count(fates, Outcome.UNCHANGED),
          count(fates, Outcome.REFUSED),
          fates.stream().map(Fate::of).toList());
    }

    private static int count(List<LineFate> fates, Outcome outcome) {
      return (int) fates.stream().filter(fate -> fate.outcome() == outcome).count();
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("name,bucket")
  @Operation(operationId = "listReferenceForecasts", summary = "Forecasts that others made")
  public Listing<Reference> all(@BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        Reference.class,
        (cursor, limit) -> Page.within(references.names(seen), cursor, limit).map(Reference::of));
  }

  @GET
  @Path("{name}/values")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("seriesId,periodStart,lag")
  @Operation(
      operationId = "listReferenceValues",
      summary = "What a reference forecast says in the periods of a plan")
  public Listing<ReferenceValue> values(
      @PathParam("name") String name,
      @QueryParam("plan") Optional<String> plan,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        ReferenceValue.class,
        (cursor, limit) ->
            references.page(seen, name, plan, cursor, limit).map(ReferenceValue::of));
  }

  @POST
  @Path("{name}/values")
  @Consumes({MediaType.APPLICATION_JSON, CsvBodies.CSV})
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "enterReferenceValues",
      summary = "Enter forecasts that somebody else made, to be scored beside ours",
      description =
          "As JSON, or as text/csv with the heading item,site,madeOn,day,quantity and, where needed,"
              + " org and channel. A value of the same series, period and lag is replaced; good rows"
              + " are kept, bad ones are told. GET /accuracy?reference= has the errors of both.")
  public EnteredValues enter(
      @PathParam("name") String name,
      @QueryParam("plan") Optional<String> plan,
      NewReferenceValues body) {
    return EnteredValues.of(
        references.enter(
            scope.get(),
            name,
            plan,
            body.rows().stream().map(NewReferenceValue::given).toList(),
            caller.getUserPrincipal().getName()));
  }

  @DELETE
  @Path("{name}")
  @OfAllData
  @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "deleteReferenceForecast",
      summary = "Forget a reference forecast with all of its values")
  public void remove(@PathParam("name") String name) {
    references.remove(name);
  }
}
