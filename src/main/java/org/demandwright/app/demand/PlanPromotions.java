package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.PlannedPromotion;
import org.demandwright.store.demand.PromotionStore;
import org.demandwright.store.run.RunDayStore;

/**
 * The campaign calendar: promotions that the ERP tells, and those that people plan here. The next
 * run of the forecast knows both alike, and the days of both count as promoted when they are past.
 * What the ERP tells is changed there. Every refusal is a {@link Refused}.
 */
@ApplicationScoped
public class PlanPromotions {
  /** So many rows are taken at once. */
  public static final int MOST_ROWS = 10_000;

  private static final int MOST_CHARACTERS = 80;
  private static final int MOST_DAYS = 366;
  private static final int MOST_DECIMALS = 18;
  private static final int PARTS = 5;
  private static final String THEIRS = "erp-";
  private static final String TARGET = "promotion/";

  private final PromotionStore promotions;
  private final MasterDataPages masterData;
  private final Clock clock;
  private final AuditTrail audit;
  private final RunDayStore days;
  private final Settings settings;

  @Inject
  PlanPromotions(
      PromotionStore promotions,
      MasterDataPages masterData,
      Clock clock,
      AuditTrail audit,
      RunDayStore days,
      Settings settings) {
    this.promotions = promotions;
    this.masterData = masterData;
    this.clock = clock;
    this.audit = audit;
    this.days = days;
    this.settings = settings;
  }

  PlanPromotions() {
    this(null, null, null, null, null, null);
  }

  /**
   * A promotion to be planned.
   *
   * @param org needed where several companies have the item
   * @param site empty = every site
   * @param depth share that is paid less than usual, above 0 and below 1
   */
  public record Request(
      Optional<String> org,
      String item,
      Optional<String> site,
      LocalDate from,
      LocalDate to,
      String campaign,
      Optional<BigDecimal> depth) {}

  /**
   * A row of many.
   *
   * @param id of the promotion that it changes; empty = it is a new one
   */
  public record Row(Optional<String> id, Request request) {}

  /** Returns promotions in the order of their first days. */
  public Page<PlannedPromotion> page(
      PromotionStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        promotions.page(
            filter,
            cursor.map(PlanPromotions::position).orElse(PromotionStore.Position.START),
            limit),
        limit,
        p -> cursor(PromotionStore.Position.of(p)));
  }

  private static String cursor(PromotionStore.Position at) {
    return Cursors.ofTexts(
        at.from().toString(),
        Boolean.toString(at.own()),
        at.org(),
        at.id(),
        Long.toString(at.number()));
  }

  private static PromotionStore.Position position(String cursor) {
    String[] parts = Cursors.texts(cursor, PARTS);
    return new PromotionStore.Position(
        Cursors.day(parts[0]),
        Boolean.parseBoolean(parts[1]),
        parts[2],
        parts[3],
        Cursors.whole(parts[4]));
  }

  /** Returns under what a promotion is asked for. */
  public static String id(PlannedPromotion p) {
    return p.entered()
        .map(e -> Long.toString(e.number()))
        .orElseGet(
            () ->
                THEIRS
                    + Cursors.ofTexts(p.promotion().item().orgId(), p.promotion().promotionId()));
  }

  /**
   * Returns one promotion.
   *
   * @throws Refused NOT_FOUND where there is none within the scope
   */
  public PlannedPromotion one(DataScope scope, String id) {
    Optional<PlannedPromotion> found = Optional.empty();
    if (id.startsWith(THEIRS)) {
      String[] key = Cursors.texts(id.substring(THEIRS.length()), 2);
      found = promotions.find(scope, key[0], key[1]);
    } else if (id.matches("[0-9]{1,18}")) {
      found = promotions.find(scope, Long.parseLong(id));
    }
    return found.orElseThrow(
        () -> new Refused(Refused.Kind.NOT_FOUND, "There is no promotion " + id + "."));
  }

  /**
   * Plans a promotion.
   *
   * @throws Refused INVALID where it is over: promotions that were come from the ERP, or as a table
   */
  @Transactional
  public PlannedPromotion add(DataScope scope, Request wanted, String by) {
    requireToCome(wanted);
    return keep(scope, wanted, by);
  }

  private PlannedPromotion keep(DataScope scope, Request wanted, String by) {
    PlannedPromotion added = promotions.add(wish(scope, wanted), by, clock.now());
    audit.record("promotion.add", TARGET + id(added), AuditTrail.NOTHING, told(added));
    return added;
  }

  /**
   * Changes a promotion that was planned here.
   *
   * @param seen what the caller takes it to be
   */
  @Transactional
  public PlannedPromotion change(
      DataScope scope, String id, Request wanted, Expected<PlannedPromotion> seen, String by) {
    PlannedPromotion before = own(scope, id);
    seen.check(before);
    if (!before.promotion().from().isBefore(today())) {
      requireToCome(wanted);
    }
    return put(scope, before, wanted, by);
  }

  private PlannedPromotion put(
      DataScope scope, PlannedPromotion before, Request wanted, String by) {
    PlannedPromotion changed =
        promotions.change(
            before.entered().orElseThrow().number(), wish(scope, wanted), by, clock.now());
    audit.record("promotion.change", TARGET + id(before), told(before), told(changed));
    return changed;
  }

  /** Removes a promotion that was planned here; versions that knew it keep it. */
  @Transactional
  public void remove(DataScope scope, String id, Expected<PlannedPromotion> seen) {
    PlannedPromotion before = own(scope, id);
    seen.check(before);
    promotions.remove(before.entered().orElseThrow().number());
    audit.record("promotion.remove", TARGET + id, told(before), AuditTrail.NOTHING);
  }

  /**
   * Plans and changes many promotions, all of them or none. They may be over: so promotions get in
   * that the ERP does not tell.
   */
  @Transactional
  public List<PlannedPromotion> write(DataScope scope, List<Row> rows, String by) {
    if (rows.isEmpty() || rows.size() > MOST_ROWS) {
      throw new Refused(
          Refused.Kind.INVALID, "%,d rows: send from 1 to %,d.".formatted(rows.size(), MOST_ROWS));
    }
    List<PlannedPromotion> written = new ArrayList<>();
    for (Row row : rows) {
      try {
        written.add(
            row.id().isPresent()
                ? put(scope, own(scope, row.id().get()), row.request(), by)
                : keep(scope, row.request(), by));
      } catch (Refused wrong) {
        if (wrong.kind() != Refused.Kind.INVALID) {
          throw wrong.adding("It is row %d, counted from 0.".formatted(written.size()));
        }
        throw Refused.because(
            "rows/" + written.size() + (wrong.field().isEmpty() ? "" : "/" + wrong.field()),
            wrong.getMessage());
      }
    }
    return written;
  }

  private PlannedPromotion own(DataScope scope, String id) {
    PlannedPromotion found = one(scope, id);
    if (found.entered().isEmpty()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Promotion "
              + found.promotion().promotionId()
              + " comes from the ERP (dw_promotion): change it there; the next import follows.");
    }
    requireSite(scope, Optional.ofNullable(found.promotion().siteId()));
    return found;
  }

  private static void requireSite(DataScope scope, Optional<String> site) {
    if (scope.sites().isPresent() && site.isEmpty()) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "A promotion at every site concerns sites that you may not see: give it a site of yours.");
    }
  }

  /** The first day that is not over, by the clock and by what the runs know. */
  private LocalDate today() {
    LocalDate today = clock.today(settings.intake().siteZone());
    return days.latest().filter(known -> known.isBefore(today)).orElse(today);
  }

  private void requireToCome(Request wanted) {
    LocalDate today = today();
    if (wanted.to().isBefore(today)) {
      throw Refused.because(
          "lastDay",
          "A promotion that is planned ends on %s or later, and not on %s: past ones come from the ERP, or as a table of many."
              .formatted(today, wanted.to()));
    }
  }

  private PlannedPromotion.Wish wish(DataScope scope, Request wanted) {
    requireSite(scope, wanted.site());
    if (wanted.to().isBefore(wanted.from())) {
      throw Refused.because("lastDay", "The last day lies before the first one.");
    }
    if (ChronoUnit.DAYS.between(wanted.from(), wanted.to()) >= MOST_DAYS) {
      throw Refused.because(
          "lastDay", "A promotion has at most %d days: plan several.".formatted(MOST_DAYS));
    }
    if (wanted.campaign().length() > MOST_CHARACTERS) {
      throw Refused.because(
          "campaign", "A campaign has at most %d characters.".formatted(MOST_CHARACTERS));
    }
    wanted
        .depth()
        .filter(
            d -> d.scale() > MOST_DECIMALS || d.signum() <= 0 || d.compareTo(BigDecimal.ONE) >= 0)
        .ifPresent(
            d -> {
              throw Refused.because(
                  "depth",
                  "The depth is a share of the price: above 0 and below 1, such as 0.2, with at"
                      + " most %d decimals.".formatted(MOST_DECIMALS));
            });
    MasterDataStore.Item item = item(scope, wanted);
    wanted.site().ifPresent(site -> requireKnown(scope, item.key().orgId(), site));
    return new PlannedPromotion.Wish(
        item.key(),
        wanted.site(),
        wanted.from(),
        wanted.to(),
        wanted.campaign().strip(),
        wanted.depth());
  }

  private MasterDataStore.Item item(DataScope scope, Request wanted) {
    List<MasterDataStore.Item> known =
        masterData.items(
            scope,
            new MasterDataPages.Filter(
                wanted.org(), Optional.of(wanted.item()), Optional.empty(), Optional.empty()),
            MasterDataPages.Position.START,
            2);
    if (known.isEmpty()) {
      throw Refused.because(
          "item", "There is no item '%s': see the list of items.".formatted(wanted.item()));
    }
    if (known.size() > 1) {
      throw Refused.because(
          "org", "Several companies have an item '%s': name one.".formatted(wanted.item()));
    }
    return known.get(0);
  }

  private void requireKnown(DataScope scope, String org, String site) {
    boolean known =
        !masterData
            .sites(
                scope,
                new MasterDataPages.Filter(
                    Optional.of(org), Optional.of(site), Optional.empty(), Optional.empty()),
                MasterDataPages.Position.START,
                1)
            .isEmpty();
    if (!known) {
      throw Refused.because(
          "site", "There is no site '%s': see the list of sites.".formatted(site));
    }
  }

  /** What the audit keeps of a promotion. */
  private record Told(
      String org,
      String item,
      String site,
      LocalDate from,
      LocalDate to,
      String campaign,
      BigDecimal depth) {}

  private static Told told(PlannedPromotion p) {
    return new Told(
        p.promotion().item().orgId(),
        p.promotion().item().itemId(),
        p.promotion().siteId(),
        p.promotion().from(),
        p.promotion().to(),
        p.campaign(),
        p.depth().orElse(null));
  }
}
