package org.demandwright.rest.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.plan.LeadTimeDemand;
import org.demandwright.app.plan.LeadTimeRecord;
import org.demandwright.core.evaluate.Chance;
import org.demandwright.rest.forecast.PlanByDetail;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.forecast.TotalsStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a lead time needs: the total of any number of days at any service level. */
@Path("lead-time-demand")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Forecasts")
public class LeadTimeDemandResource {
  private static final BigDecimal USUAL_LEVEL = new BigDecimal("0.95");

  @Inject CallerScope scope;
  @Inject LeadTimeDemand demand;

  /**
   * What all rows share.
   *
   * @param from the first day of the lead time: the origin of the version
   * @param to its last day, included
   * @param reach the most days that the version can tell
   * @param serviceLevel share 0–1
   */
  public record About(
      String plan,
      long versionId,
      LocalDate from,
      LocalDate to,
      int days,
      int reach,
      BigDecimal serviceLevel) {}

  /**
   * What one series needs in these days, of what is final. Figures are absent where the series is
   * not recommended to forecast, and where the version does not tell.
   *
   * @param itemCode as the ERP prints it
   * @param recommended whether the series is recommended to forecast
   * @param mean expected
   * @param quantity that is enough with the service level
   * @param nothing probability 0–1 that nothing is needed; 0 also where it is below 0.05
   * @param enoughAtLeast probability 0–1 that the quantity that was asked for is enough: at least
   *     this; absent where none was
   * @param enoughAtMost at most this; the same, but where it is below 0.05 or above 0.99
   * @param overridden whether planners changed what is expected
   * @param planBy what to plan by where the series is not recommended to forecast
   * @param reason why there are no figures
   */
  public record LeadTime(
      long seriesId,
      String org,
      String item,
      String itemCode,
      String site,
      String channel,
      String uom,
      boolean recommended,
      BigDecimal mean,
      BigDecimal quantity,
      Double nothing,
      Double enoughAtLeast,
      Double enoughAtMost,
      Boolean overridden,
      PlanByDetail planBy,
      String reason) {
    private static final String NOT_KEPT =
        "This version was made before the distribution of totals was kept: the next night's has it.";

    static LeadTime of(LeadTimeRecord told) {
      TotalsStore.Entry series = told.series();
      Optional<LeadTimeRecord.Figures> figures = told.figures();
      Optional<Chance> enough = figures.flatMap(LeadTimeRecord.Figures::enough);
      boolean recommended = series.verdict().usable();
      return new LeadTime(
          series.seriesId(),
          series.key().org(),
          series.key().item(),
          series.itemCode(),
          series.key().site(),
          series.key().channel(),
          series.uom(),
          recommended,
          figures.map(LeadTimeRecord.Figures::mean).orElse(null),
          figures.map(LeadTimeRecord.Figures::quantity).orElse(null),
          figures.map(LeadTimeRecord.Figures::nothing).orElse(null),
          enough.map(Chance::atLeast).orElse(null),
          enough.map(Chance::atMost).orElse(null),
          figures.map(LeadTimeRecord.Figures::overridden).orElse(null),
          PlanByDetail.of(told.planBy()),
          recommended && figures.isEmpty() ? NOT_KEPT : null);
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("seriesId")
  @InFront(About.class)
  @Operation(
      operationId = "listLeadTimeDemand",
      summary = "What is needed in the first days of the published version of a plan")
  public Listing<LeadTime> all(
      @QueryParam("plan") Optional<String> plan,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("site") Optional<String> site,
      @QueryParam("channel") Optional<String> channel,
      @Parameter(description = "Length of the lead time, from the origin on; must be there")
          @QueryParam("days")
          Optional<Integer> days,
      @Parameter(description = "Probability from 0.05 to 0.99; 0.95 by default")
          @QueryParam("serviceLevel")
          Optional<BigDecimal> serviceLevel,
      @Parameter(description = "Base units of which is asked with what probability they are enough")
          @QueryParam("quantity")
          Optional<BigDecimal> quantity,
      @BeanParam ListRequest list) {
    BigDecimal level = serviceLevel.orElse(USUAL_LEVEL);
    LeadTimeDemand.Question question =
        new LeadTimeDemand.Question(
            new TotalsStore.Filter(scope.get(), org, item, site, channel),
            days.orElseThrow(
                () -> Refused.because("days", "is missing: say how many days, such as 14.")),
            level.doubleValue(),
            quantity);
    LeadTimeDemand.Answering answering =
        list.begunWith(demand::version).orElseGet(() -> demand.published(plan));
    demand.require(answering, question);
    return list.list(
            LeadTime.class,
            (cursor, limit) -> demand.page(answering, question, cursor, limit).map(LeadTime::of))
        .keptTo(answering.version().versionId())
        .about(
            new About(
                answering.version().plan().name(),
                answering.version().versionId(),
                answering.from(),
                answering.from().plusDays(question.days() - 1L),
                question.days(),
                answering.reach(),
                level));
  }
}
