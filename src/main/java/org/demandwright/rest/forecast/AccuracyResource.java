package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.app.forecast.AccuracyRecord;
import org.demandwright.app.forecast.ForecastAccuracy;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.AccuracyStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How good the forecasts were that readers saw, by how many steps ahead they were made. */
@Path("accuracy")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class AccuracyResource {
  @Inject CallerScope scope;
  @Inject ForecastAccuracy accuracy;

  /**
   * What all rows share.
   *
   * @param by what errors are added up by
   * @param from first day of the first period
   * @param to first day of the last period at most
   */
  public record About(String plan, AccuracyStore.Grouping by, LocalDate from, LocalDate to) {}

  /**
   * The accuracy of one group. Shares are of what was wanted, and absent where nothing was.
   *
   * @param group a lag in steps, 1 = the first period; a model; a demand class; or a category,
   *     empty where the item has none
   * @param forecasts how many were compared with what then came
   * @param wape Σ|f − a| ÷ Σa of what was final
   * @param bias Σ(f − a) ÷ Σa; above 0 where too much was forecast
   * @param mase mean error ÷ that of the seasonal naive method in the history; absent where that is
   *     not known
   * @param rmsse root of the mean squared error ÷ that of the changes from period to period in the
   *     history, as in the contest; absent where that is not known
   * @param coverage share of what was wanted that lay from p10 to p90; 0.8 is aimed at
   * @param baselineWape WAPE without what planners changed
   * @param baselineBias bias without what planners changed
   * @param valueAdded baselineWape − wape: above 0 where planners made forecasts better
   * @param referenceWape WAPE of the reference forecast on the same series, periods and lags;
   *     absent where none is named
   * @param referenceBias its bias, likewise
   * @param referenceMase its MASE, with the scales of ours
   * @param referenceRmsse its RMSSE, likewise
   * @param winRate share of the forecasts that were nearer than the reference to what came; a tie
   *     is half of one
   */
  public record Accuracy(
      String group,
      long forecasts,
      Double wape,
      Double bias,
      Double mase,
      Double rmsse,
      double coverage,
      Double baselineWape,
      Double baselineBias,
      Double valueAdded,
      Double referenceWape,
      Double referenceBias,
      Double referenceMase,
      Double referenceRmsse,
      Double winRate) {
    static Accuracy of(AccuracyRecord a) {
      return new Accuracy(
          a.errors().group(),
          a.errors().forecasts(),
          orNull(a.wape()),
          orNull(a.bias()),
          orNull(a.mase()),
          orNull(a.rmsse()),
          a.coverage(),
          orNull(a.baselineWape()),
          orNull(a.baselineBias()),
          orNull(a.valueAdded()),
          orNull(a.referenceWape()),
          orNull(a.referenceBias()),
          orNull(a.referenceMase()),
          orNull(a.referenceRmsse()),
          orNull(a.winRate()));
    }

    private static Double orNull(OptionalDouble value) {
      return value.isPresent() ? value.getAsDouble() : null;
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("group")
  @InFront(About.class)
  @Operation(
      operationId = "listAccuracy",
      summary = "Errors of published forecasts by lag, model, demand class or category")
  public Listing<Accuracy> all(
      @QueryParam("plan") Optional<String> plan,
      @Parameter(description = "What errors are added up by; LAG by default") @QueryParam("by")
          Optional<AccuracyStore.Grouping> by,
      @Parameter(
              description =
                  "First day of the first period; by default as many periods back as are usually"
                      + " forecast")
          @QueryParam("from")
          Optional<LocalDate> from,
      @Parameter(
              description = "Day in the last period; by default the last before the newest origin")
          @QueryParam("to")
          Optional<LocalDate> to,
      @Parameter(description = "Forecasts of so many steps ahead alone") @QueryParam("lag")
          Optional<Integer> lag,
      @Parameter(description = "Series whose model of greatest weight it was") @QueryParam("model")
          Optional<String> model,
      @Parameter(description = "Series of this demand class") @QueryParam("class")
          Optional<DemandPattern> pattern,
      @QueryParam("category") Optional<String> category,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @Parameter(
              description =
                  "Name of a reference forecast: only what it has a value of as well, and its errors"
                      + " beside ours")
          @QueryParam("reference")
          Optional<String> reference,
      @BeanParam ListRequest list) {
    DataScope seen = scope.get();
    AccuracyStore.Grouping grouping = by.orElse(AccuracyStore.Grouping.LAG);
    ForecastAccuracy.Span span = accuracy.span(plan, from, to);
    ForecastAccuracy.Selection selection =
        new ForecastAccuracy.Selection(reference, lag, model, pattern, category, item, site);
    return list.list(
            Accuracy.class,
            (cursor, limit) ->
                accuracy.page(seen, grouping, span, selection, cursor, limit).map(Accuracy::of))
        .about(new About(span.plan(), grouping, span.from(), span.to()));
  }
}
