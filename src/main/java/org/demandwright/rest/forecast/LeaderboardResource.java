package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.Leaderboard;
import org.demandwright.app.forecast.MethodCosts;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.ModelStanding;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.StandingStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the models of a version did in the tests of its series. */
@Path("leaderboard")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class LeaderboardResource {
  @Inject Leaderboard leaderboard;
  @Inject ForecastQueries queries;
  @Inject ReadableVersions readable;
  @Inject CallerScope scope;

  /**
   * What all rows share.
   *
   * @param by what series are grouped by
   */
  public record Board(String plan, long versionId, StandingStore.Grouping by) {}

  /**
   * How one model did on one group of series, in tests of rolling origins.
   *
   * @param group a demand class or a category; absent where all series are one, or have none
   * @param model its name; published = what was chosen for each series, a model or a combination
   * @param series on how many it was tested
   * @param chosen of how many it makes the forecast, alone or with others
   * @param rmsse mean root mean squared scaled error, by which rows are ordered; absent where it is
   *     known of none
   * @param mase mean of the mean absolute scaled errors, likewise
   * @param wape Σ|f − a| ÷ Σa; absent where nothing was wanted
   * @param bias Σ(f − a) ÷ Σa; above 0 where too much was forecast
   * @param winRate share of series on which it beats the seasonal naive method, a tie being half
   * @param coverage share of what was wanted that lay from p10 to p90 in the tests, 0.8 is aimed
   *     at; of what is published alone, not by category and not for whoever sees a part of the data
   * @param simulatedCost what it cost to order by it in the newest simulation of the plan, money;
   *     absent where none judged it
   * @param simulatedCurrency of that cost
   * @param simulationId number of that simulation; absent where none tells costs by model
   * @param simulatedWay how it is ordered there
   * @param notSimulated why there is no such cost; absent where there is one
   * @param mlPays how many of its series have this verdict, likewise the next two
   */
  public record ModelRow(
      String group,
      String model,
      long series,
      long chosen,
      Double rmsse,
      Double mase,
      Double wape,
      Double bias,
      Double winRate,
      Double coverage,
      BigDecimal simulatedCost,
      String simulatedCurrency,
      Long simulationId,
      String simulatedWay,
      String notSimulated,
      long mlPays,
      long useSimple,
      long doNotForecast) {
    static ModelRow of(Leaderboard.Ranked ranked) {
      StandingStore.Row row = ranked.row();
      ModelStanding s = row.standing();
      return new ModelRow(
          Absent.where(row.group()),
          row.modelId(),
          s.series(),
          s.chosen(),
          orNull(s.meanRmsse()),
          orNull(s.meanMase()),
          orNull(s.wape()),
          orNull(s.bias()),
          orNull(s.winRate()),
          orNull(ranked.coverage()),
          ranked.cost().amount().orElse(null),
          ranked.cost().simulated().map(MethodCosts.Simulated::currency).orElse(null),
          ranked.cost().simulated().map(MethodCosts.Simulated::simulationId).orElse(null),
          ranked.cost().simulated().map(MethodCosts.Simulated::way).orElse(null),
          ranked.cost().amount().isPresent()
              ? null
              : Wordbook.english().say(ranked.cost().lacking()),
          s.mlPays(),
          s.useSimple(),
          s.doNotForecast());
    }

    private static Double orNull(OptionalDouble value) {
      return value.isPresent() ? value.getAsDouble() : null;
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("group,rmsse")
  @InFront(Board.class)
  @Operation(
      operationId = "listLeaderboard",
      summary = "How the models of a version did in its tests, by demand class or category",
      description =
          "By default of the version that readers of the plan see. How published forecasts did"
              + " against what then came, with the coverage of their bands, is at /accuracy.")
  public Listing<ModelRow> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("versionId") Optional<Long> versionId,
      @Parameter(description = "What series are grouped by; ALL by default") @QueryParam("by")
          Optional<StandingStore.Grouping> by,
      @Parameter(description = "Series of this demand class") @QueryParam("class")
          Optional<DemandPattern> pattern,
      @QueryParam("category") Optional<String> category,
      @BeanParam ListRequest list) {
    VersionRecord version =
        list.begunWith(readable::find).orElseGet(() -> version(versionId, plan));
    StandingStore.Grouping grouping = by.orElse(StandingStore.Grouping.ALL);
    StandingStore.Filter filter = new StandingStore.Filter(pattern, category);
    DataScope seen = scope.get();
    return list.list(
            ModelRow.class,
            (cursor, limit) ->
                leaderboard
                    .page(seen, version.versionId(), grouping, filter, cursor, limit)
                    .map(ModelRow::of))
        .about(new Board(version.plan(), version.versionId(), grouping))
        .keptTo(version.versionId());
  }

  private VersionRecord version(Optional<Long> versionId, Optional<String> plan) {
    Optional<VersionRecord> meant =
        versionId.isPresent()
            ? readable.find(versionId.get())
            : queries.published(scope.get(), plan);
    return meant.orElseThrow(
        () ->
            new Refused(Refused.Kind.NOT_FOUND, "There is no such version, or none is published."));
  }
}
