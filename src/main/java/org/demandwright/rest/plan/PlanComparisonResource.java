package org.demandwright.rest.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.demandwright.app.plan.ComparePlans;
import org.demandwright.app.plan.ComparePlans.By;
import org.demandwright.app.plan.PlanComparison;
import org.demandwright.app.plan.PlanComparison.Sums;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.wire.Absent;
import org.demandwright.rest.wire.BadParameter;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.InFront;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.plan.VolumeStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What two plans that overlap add up to. */
@Path("plans/{name}/comparison")
@RequestScoped
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Plans")
public class PlanComparisonResource {
  @Inject ComparePlans compare;
  @Inject CallerScope scope;

  /**
   * Both plans over the whole periods that they have in common.
   *
   * @param with the plan that it is compared with
   * @param versionId what readers see of the plan
   * @param withVersionId what readers see of the other
   * @param uom the unit of all items, absent where they have several
   * @param from the first day, absent where the two have no whole period in common
   * @param to the last day
   * @param periods of the wider bucket
   */
  public record Total(
      String plan,
      String with,
      long versionId,
      long withVersionId,
      String uom,
      LocalDate from,
      LocalDate to,
      Difference total,
      List<OfPeriod> periods) {
    static Total of(PlanComparison c) {
      boolean none = c.periods().isEmpty();
      return new Total(
          c.one(),
          c.other(),
          c.oneVersion(),
          c.otherVersion(),
          c.uom().orElse(null),
          none ? null : c.periods().get(0).period().start(),
          none ? null : c.periods().get(c.periods().size() - 1).period().end().minusDays(1),
          none ? null : Difference.of(c.total()),
          c.periods().stream().map(OfPeriod::of).toList());
    }
  }

  /**
   * Two sums.
   *
   * @param units of the plan
   * @param withUnits of the plan that it is compared with
   * @param difference units less withUnits
   * @param percent of withUnits, absent where that is 0
   */
  public record Difference(
      BigDecimal units, BigDecimal withUnits, BigDecimal difference, Double percent) {
    static Difference of(Sums sums) {
      OptionalDouble percent = sums.percent();
      return new Difference(
          Decimals.quantity(sums.one()),
          Decimals.quantity(sums.other()),
          Decimals.quantity(sums.difference()),
          percent.isPresent() ? percent.getAsDouble() : null);
    }
  }

  /** One common period. */
  public record OfPeriod(Bucket bucket, LocalDate from, LocalDate to, Difference sums) {
    static OfPeriod of(PlanComparison.OfPeriod p) {
      return new OfPeriod(
          p.period().bucket(),
          p.period().start(),
          p.period().end().minusDays(1),
          Difference.of(p.sums()));
    }
  }

  /**
   * The sums of a site or an item over all common periods.
   *
   * @param site absent in rows of items
   * @param item absent in rows of sites
   * @param uom of the item, absent in rows of sites
   */
  public record Row(
      String org,
      String site,
      String item,
      String uom,
      BigDecimal units,
      BigDecimal withUnits,
      BigDecimal difference,
      Double percent) {
    static Row of(VolumeStore.Volume v, By by) {
      Difference d = Difference.of(new Sums(v.one(), v.other()));
      return new Row(
          Absent.where(v.org()),
          by == By.SITE ? v.id() : null,
          by == By.ITEM ? v.id() : null,
          v.uom().orElse(null),
          d.units(),
          d.withUnits(),
          d.difference(),
          d.percent());
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("org,site,item")
  @InFront(PlanComparisonResource.Total.class)
  @Operation(
      operationId = "comparePlans",
      summary = "What a plan adds up to beside another one, over the periods that both cover",
      description =
          "The whole periods of the wider bucket are compared; a week at the end of a month counts"
              + " with the days that lie within. by=SITE has a row for each site, by=ITEM, the"
              + " default, for each item.")
  public Listing<Row> compare(
      @PathParam("name") String name,
      @QueryParam("with") Optional<String> with,
      @QueryParam("by") Optional<By> by,
      @BeanParam ListRequest list) {
    String other =
        with.orElseThrow(
            () ->
                new BadParameter("with", "Query parameter with is missing", "the name of a plan"));
    By rows = by.orElse(By.ITEM);
    DataScope seen = scope.get();
    return list.list(
            Row.class,
            (cursor, limit) ->
                compare.rows(seen, name, other, rows, cursor, limit).map(v -> Row.of(v, rows)))
        .about(Total.of(compare.of(seen, name, other)));
  }
}
