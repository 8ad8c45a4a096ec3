package org.demandwright.rest.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ExplainForecast;
import org.demandwright.app.forecast.ExplainedValue;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.rest.forecast.ExplanationDetail.Amount;
import org.demandwright.rest.forecast.ExplanationDetail.Member;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.ForecastStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one value is made of. */
@Path("forecasts/{id}/explanation")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class ExplanationResource {
  @Inject CallerScope scope;
  @Inject ExplainForecast explanations;

  /**
   * One value; amounts are in {@code uom} and sum to the forecast but for their rounding.
   *
   * @param method the models behind it, parted by plus signs
   * @param reason why these were chosen
   * @param verdict what is to be thought of forecasts of the series
   * @param forecast of the period, whatever lies over it
   * @param contributions of all members together; absent, like members and forecast, where the
   *     version was made before forecasts were explained
   * @param members the models, each with its weight and its own forecast
   * @param links what lifecycle links do to it, each in a sentence; absent where they do nothing
   */
  public record ValueExplanation(
      String id,
      long seriesId,
      long versionId,
      String uom,
      LocalDate periodStart,
      LocalDate periodEnd,
      String method,
      String reason,
      Verdict verdict,
      BigDecimal forecast,
      List<Amount> contributions,
      List<Member> members,
      List<String> links) {
    static ValueExplanation of(ForecastId id, ExplainedValue explained) {
      ForecastStore.Row value = explained.value();
      Optional<ExplanationDetail> detail = explained.explanation().map(ExplanationDetail::of);
      return new ValueExplanation(
          id.toString(),
          id.seriesId(),
          id.versionId(),
          value.series().uom(),
          value.start(),
          value.end(),
          value.series().modelId(),
          Wordbook.english().say(value.series().reason()),
          value.verdict(),
          detail.map(ExplanationDetail::forecast).orElse(null),
          detail.map(ExplanationDetail::contributions).orElse(null),
          detail.map(ExplanationDetail::members).orElse(null),
          detail.map(ExplanationDetail::links).orElse(null));
    }
  }

  @GET
  @Operation(
      operationId = "explainForecast",
      summary = "What one value is made of: models, weights, contributions, and why",
      description =
          "Of a series that is not recommended to forecast only with include=notRecommended. What"
              + " an override adds is in the row itself, and in its lineage.")
  public ValueExplanation one(
      @PathParam("id") String id, @QueryParam("include") Optional<Shown> include) {
    ForecastId value = LineageWire.id(id);
    return ValueExplanation.of(
        value, explanations.of(scope.get(), value, Shown.notRecommended(include)));
  }
}
