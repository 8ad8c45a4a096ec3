package org.demandwright.rest.demand;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import org.demandwright.app.demand.SignalIntake;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.rest.wire.QueryValue;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signals: values per item and day that the next version of the forecast learns from. */
@Path("signals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Signals")
public class SignalsResource {
  @Inject SignalIntake intake;
  @Context SecurityContext caller;

  /** The signals that there are. */
  public record Signals(List<SignalIntake.Extent> rows) {}

  /** Values of one item, the newest first. */
  public record Values(List<Value> rows) {}

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
  @Operation(summary = "The signals that there are, how many values and of which days")
  public Signals all() {
    return new Signals(intake.extents());
  }

  @GET
  @Path("values")
  @Operation(summary = "The newest values of an item; * = those of every item")
  public Values values(
      @QueryParam("item") String item,
      @QueryParam("signal") String signal,
      @QueryParam("limit") String limit) {
    return new Values(
        intake
            .newest(
                new QueryValue("item", item).asText().orElse(SignalValue.EVERY_ITEM),
                new QueryValue("signal", signal).asText(),
                new QueryValue("limit", limit).asLimit())
            .stream()
            .map(Value::of)
            .toList());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(summary = "Write up to 5,000 values, all or none; the same key again replaces")
  public Written write(
      @RequestBody(content = @Content(schema = @Schema(example = SignalRows.EXAMPLE)))
          String body) {
    List<SignalValue> values = SignalRows.parse(body);
    intake.write(values, caller.getUserPrincipal().getName());
    return new Written(values.size());
  }

  @DELETE
  @Path("{signal}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(summary = "Remove a signal; versions that knew it keep it")
  public Written remove(@PathParam("signal") String signal) {
    return new Written(intake.remove(signal));
  }
}
