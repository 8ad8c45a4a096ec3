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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.StockExceptions;
import org.demandwright.app.decide.StockPlans;
import org.demandwright.core.decide.risk.AlertQuality;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.OfAllData;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.ExceptionQualityStore.Replayed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How often exceptions are right. */
@Path("exceptions/quality")
@RequestScoped
@OfAllData
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Exceptions")
public class ExceptionQualityResource {
  @Inject StockPlans plans;
  @Inject StockExceptions exceptions;

  /**
   * How a kind of exceptions is said, and how often it came when the past was replayed. What was
   * measured is absent where it could not be.
   *
   * @param kind what may go wrong
   * @param threshold score from which on it is said
   * @param askedPrecision share of what is said that is to come
   * @param reached whether it was, when the threshold was chosen
   * @param replayedOn day as of which the past was replayed
   * @param earlier mornings on which the threshold was chosen
   * @param later mornings on which it was measured: the figures to go by
   * @param rule the later mornings by the usual rule, with about as many alerts; of a stock-out it
   *     is the ERP's minimum
   * @param lacking what cannot be known, and why
   */
  public record ExceptionQuality(
      RiskKind kind,
      double threshold,
      Double askedPrecision,
      Boolean reached,
      LocalDate replayedOn,
      ReplayWindow earlier,
      ReplayWindow later,
      ReplayWindow rule,
      List<String> lacking) {
    static ExceptionQuality of(StockExceptions.KindQuality kind) {
      Optional<Replayed> replayed = kind.replayed();
      Optional<AlertQuality> quality = replayed.map(Replayed::quality);
      Optional<AlertQuality.Window> rule =
          replayed.filter(Replayed::compared).map(r -> r.quality().rule());
      return new ExceptionQuality(
          kind.kind(),
          Decimals.figure(kind.threshold()),
          replayed.map(Replayed::asked).orElse(null),
          quality.map(AlertQuality::reached).orElse(null),
          replayed.map(Replayed::replayedOn).orElse(null),
          quality.map(q -> ReplayWindow.of(q.earlier())).orElse(null),
          quality.map(q -> ReplayWindow.of(q.later())).orElse(null),
          rule.map(ReplayWindow::of).orElse(null),
          kind.lacking().stream().map(Wordbook.english()::say).toList());
    }
  }

  /**
   * What came on some mornings of the past.
   *
   * @param first morning
   * @param last morning
   * @param cases items at sites, or order lines, that were looked at, morning by morning
   * @param alerts exceptions that were said; on mornings one after the other they are one, for as
   *     long as the first morning told it
   * @param right of these, those that came
   * @param events what came
   * @param found of these, those that were said before
   * @param precision share of alerts that came
   * @param recall share of events that were said
   */
  public record ReplayWindow(
      LocalDate first,
      LocalDate last,
      long cases,
      long alerts,
      long right,
      long events,
      long found,
      double precision,
      double recall) {
    static ReplayWindow of(AlertQuality.Window w) {
      return new ReplayWindow(
          w.first(),
          w.last(),
          w.cases(),
          w.alerts(),
          w.right(),
          w.events(),
          w.found(),
          Decimals.figure(w.precision()),
          Decimals.figure(w.recall()));
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("kind")
  @Operation(
      operationId = "listExceptionQuality",
      summary = "How often exceptions of each kind came when the past was replayed")
  public Listing<ExceptionQuality> all(
      @QueryParam("plan") Optional<String> plan, @BeanParam ListRequest list) {
    return list.whole(
        ExceptionQuality.class,
        exceptions.quality(plans.newest(plan).plan()).stream().map(ExceptionQuality::of).toList());
  }
}
