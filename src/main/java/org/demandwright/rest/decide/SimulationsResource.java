package org.demandwright.rest.decide;

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
import java.util.Optional;
import org.demandwright.app.decide.Simulations;
import org.demandwright.rest.decide.SimulationWire.SimulatedCost;
import org.demandwright.rest.decide.SimulationWire.SimulatedItem;
import org.demandwright.rest.decide.SimulationWire.Simulation;
import org.demandwright.rest.wire.Accepted;
import org.demandwright.rest.wire.IfMatch;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What ways of ordering and of forecasting would have cost. */
@Path("simulations")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Simulations")
public class SimulationsResource {
  private static final String NUMBER = "Number of the simulation";

  @Inject Simulations simulations;
  @Inject CallerScope scope;
  @Context SecurityContext caller;

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("-simulationId")
  @Operation(
      operationId = "listSimulations",
      summary =
          "Simulations, newest first; for whoever sees a part of the data those of the same part")
  public Listing<Simulation> all(
      @Parameter(description = "Those of this plan; of all by default") @QueryParam("plan")
          Optional<String> plan,
      @BeanParam ListRequest list) {
    return list.list(
        Simulation.class,
        (cursor, limit) -> simulations.page(scope.get(), plan, cursor, limit).map(Simulation::of));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "createSimulation",
      summary = "Ask what ways of ordering would have cost",
      description =
          "Answers at once; a job beside all others makes the forecasts of past weeks and replays"
              + " what was sold, of items at sites that the caller sees.")
  public Accepted<Simulation> add(SimulationRequest body) {
    Simulation asked =
        Simulation.of(
            simulations.order(body.question(scope.get()), caller.getUserPrincipal().getName()));
    return new Accepted<>(asked, "simulations/" + asked.simulationId());
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getSimulation", summary = "A simulation, and what it could not judge")
  public Simulation one(@Parameter(description = NUMBER) @PathParam("id") long id) {
    return Simulation.of(simulations.one(scope.get(), id));
  }

  @GET
  @Path("{id}/results")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("currency,classKind,className,way,method")
  @Operation(
      operationId = "listSimulationResults",
      summary = "What each way cost at the knob that cost least before the test, by class")
  public Listing<SimulatedCost> results(
      @Parameter(description = NUMBER) @PathParam("id") long id, @BeanParam ListRequest list) {
    return list.whole(
        SimulatedCost.class,
        simulations.results(scope.get(), id).stream().map(SimulatedCost::of).toList());
  }

  @GET
  @Path("{id}/curve")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("currency,way,method,knob")
  @Operation(
      operationId = "listSimulationCurve",
      summary = "What each way cost at each of its knobs: the curve of cost against fill rate")
  public Listing<SimulatedCost> curve(
      @Parameter(description = NUMBER) @PathParam("id") long id, @BeanParam ListRequest list) {
    return list.whole(
        SimulatedCost.class,
        simulations.curve(scope.get(), id).stream().map(SimulatedCost::of).toList());
  }

  @GET
  @Path("{id}/places")
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("item,site")
  @Operation(
      operationId = "listSimulatedItems",
      summary =
          "The items at sites that a simulation looks at, by which terms, and why one could not be"
              + " judged")
  public Listing<SimulatedItem> places(
      @Parameter(description = NUMBER) @PathParam("id") long id, @BeanParam ListRequest list) {
    return list.list(
        SimulatedItem.class,
        (cursor, limit) ->
            simulations.places(scope.get(), id, cursor, limit).map(SimulatedItem::of));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed({Roles.API, Roles.PLANNER, Roles.ADMIN})
  @Operation(
      operationId = "deleteSimulation",
      summary = "Remove a simulation with its results; one that is worked on comes to nothing")
  public void remove(
      @Parameter(description = NUMBER) @PathParam("id") long id, @BeanParam IfMatch seen) {
    simulations.remove(scope.get(), id, seen.of(Simulation::of));
  }
}
