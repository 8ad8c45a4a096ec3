package org.demandwright.rest.demand;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.demand.SignalIntake;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signals: values per item and day that the next version of the forecast learns from. */
@Path("signals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Signals")
public class SignalsResource {
  @Inject SignalIntake intake;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

  /** What there is of one signal. */
  public record Signal(String signal, long values, LocalDate first, LocalDate last) {
    static Signal of(SignalIntake.Extent e) {
      return new Signal(e.signal(), e.values(), e.first(), e.last());
    }
  }

  /**
   * One value.
   *
   * @param knownFrom the first day on which a forecast may have known it
   */
  public record Value(
      String signal, String item, String site, LocalDate day, double value, LocalDate knownFrom) {
    static Value of(SignalValue v) {
      return new Value(v.signal(), v.item(), v.site(), v.day(), v.value(), v.knownFrom());
    }
  }

  /** How many values were written. */
  public record Written(int values) {}

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("signal")
  @Operation(
      operationId = "listSignals",
      summary = "The signals that there are, how many values and of which days")
  public Listing<Signal> all(@BeanParam ListRequest list) {
    return list.whole(Signal.class, intake.extents(scope.get()).stream().map(Signal::of).toList());
  }

  @GET
  @Path("values")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-day,signal,site,-knownFrom")
  @Operation(
      operationId = "listSignalValues",
      summary = "The values of an item, the newest day first; * = those of every item")
  public Listing<Value> values(
      @QueryParam("item") Optional<String> item,
      @QueryParam("signal") Optional<String> signal,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    return list.list(
        Value.class,
        (cursor, limit) ->
            intake
                .newest(seen, item.orElse(SignalValue.EVERY_ITEM), signal, cursor, limit)
                .map(Value::of));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "writeSignals",
      summary = "Write up to 5,000 values, all or none; the same key again replaces")
  public Written write(SignalsRequest body) {
    List<SignalValue> values = body.values();
    intake.write(scope.get(), values, caller.getUserPrincipal().getName());
    return new Written(values.size());
  }

  @DELETE
  @Path("{signal}")
  @OfAllData
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "deleteSignal",
      summary = "Remove a signal; versions that knew it keep it")
  public Written remove(@PathParam("signal") String signal) {
    return new Written(intake.remove(signal));
  }
}
