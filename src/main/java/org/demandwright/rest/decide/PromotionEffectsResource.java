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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.decide.PromotionsLearned;
import org.demandwright.core.decide.promotion.Pooled;
import org.demandwright.core.decide.promotion.PromotionEffect;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.decide.promotion.PromotionEffect.Responds;
import org.demandwright.core.decide.promotion.WhyUnknown;
import org.demandwright.rest.wire.Decimals;
import org.demandwright.rest.wire.ListRequest;
import org.demandwright.rest.wire.Listing;
import org.demandwright.rest.wire.Sorted;
import org.demandwright.security.CallerScope;
import org.demandwright.security.Roles;
import org.demandwright.store.decide.PromotionEffectStore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What promotions do, as it was learned from past ones. */
@Path("promotions/effects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.API, Roles.VIEWER, Roles.PLANNER, Roles.ADMIN})
@Tag(name = "Promotions")
public class PromotionEffectsResource {
  @Inject CallerScope scope;
  @Inject PromotionsLearned learned;

  /**
   * What promotions do to an item or the items of a category, or what one did. A figure that is not
   * known is absent.
   *
   * @param level what it is about
   * @param item absent of a category
   * @param promotionId of one promotion alone, likewise its days
   * @param firstDay of the promotion
   * @param lastDay of the promotion
   * @param responds whether demand answers to promotions
   * @param unknown why it cannot be known; absent where it is
   * @param promotions that were found
   * @param usablePromotions of these, those that tell something
   * @param items that had them
   * @param days of an item at a site that tell something
   * @param sold base units on these days at all sites; absent for whoever may not see all
   * @param expected base units that they would have had without a promotion; likewise
   * @param depth share 0–1 that was paid less than usual; absent where not known
   * @param uplift share of usual demand that is sold more while it runs
   * @param dip share of usual demand that is sold more in the 14 days behind it: negative, where
   *     people bought ahead
   * @param taken share of what is sold more that others of the category sell less
   * @param net uplift with the dip and without what is taken, for a usual day of the promotion
   */
  public record PromotionEffectRow(
      Level level,
      String org,
      String item,
      String category,
      String promotionId,
      LocalDate firstDay,
      LocalDate lastDay,
      Responds responds,
      WhyUnknown unknown,
      int promotions,
      int usablePromotions,
      int items,
      int days,
      BigDecimal sold,
      BigDecimal expected,
      Double depth,
      EffectFigure uplift,
      EffectFigure dip,
      EffectFigure taken,
      EffectFigure net) {
    static PromotionEffectRow of(PromotionEffectStore.Entry entry) {
      PromotionEffect e = entry.effect();
      return new PromotionEffectRow(
          e.level(),
          e.item().orgId(),
          e.item().itemId().isEmpty() ? null : e.item().itemId(),
          e.category(),
          e.once().map(PromotionEffect.Once::promotionId).orElse(null),
          e.once().map(PromotionEffect.Once::from).orElse(null),
          e.once().map(PromotionEffect.Once::to).orElse(null),
          e.responds().orElse(null),
          e.unknown().orElse(null),
          e.evidence().promotions(),
          e.evidence().usable(),
          e.evidence().items(),
          e.evidence().days(),
          e.evidence().units().map(u -> Decimals.quantity(u.sold())).orElse(null),
          e.evidence().units().map(u -> Decimals.quantity(u.expected())).orElse(null),
          e.depth().map(Decimals::figure).orElse(null),
          EffectFigure.of(e.uplift()),
          EffectFigure.of(e.dip()),
          EffectFigure.of(e.taken()),
          EffectFigure.of(e.net()));
    }
  }

  /**
   * A figure with how sure it is.
   *
   * @param value what it is taken to be, a share
   * @param low end of the band that holds it with 80 %
   * @param high likewise
   * @param weight share 0–1 that is its own evidence; the rest is that of its category, of a
   *     category that of all
   */
  public record EffectFigure(double value, double low, double high, double weight) {
    static EffectFigure of(Optional<Pooled> figure) {
      return figure
          .map(
              f ->
                  new EffectFigure(
                      Decimals.figure(f.value()),
                      Decimals.figure(f.low()),
                      Decimals.figure(f.high()),
                      Decimals.figure(f.weight())))
          .orElse(null);
    }
  }

  @GET
  @Produces({Listing.JSON, Listing.CSV})
  @Sorted("level,org,category,item,firstDay")
  @Operation(
      operationId = "listPromotionEffects",
      summary = "What promotions do, by category, item and past promotion",
      description =
          "Learned once a week by the job decide over all sites. An effect that cannot be known says"
              + " why. Who may not see all sites is told shares of items and categories, and neither"
              + " units nor single promotions.")
  public Listing<PromotionEffectRow> all(
      @Parameter(description = "What effects are about; by default all") @QueryParam("level")
          Optional<Level> level,
      @QueryParam("org") Optional<String> org,
      @QueryParam("item") Optional<String> item,
      @QueryParam("category") Optional<String> category,
      @Parameter(description = "Identity of a promotion, as the ERP tells it")
          @QueryParam("promotion")
          Optional<String> promotion,
      @Parameter(description = "Whether demand answers") @QueryParam("responds")
          Optional<Responds> responds,
      @Parameter(description = "Whether the effect is known") @QueryParam("known")
          Optional<Boolean> known,
      @BeanParam ListRequest list) {
    PromotionEffectStore.Filter filter =
        new PromotionEffectStore.Filter(
            scope.get(), level, org, item, category, promotion, responds, known);
    return list.list(
        PromotionEffectRow.class,
        (cursor, limit) -> learned.page(filter, cursor, limit).map(PromotionEffectRow::of));
  }
}
