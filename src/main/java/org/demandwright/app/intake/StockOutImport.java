package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.demandwright.app.Clock;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpStockMovement;
import org.demandwright.erp.StockOutSpells;
import org.demandwright.erp.StockOutSpells.Spell;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.MasterDataStore.StockOutDays;
import org.demandwright.store.intake.SalesLineStore;

/**
 * Follows the stock ledger: reads the movements since the last run and goes on with the spells that
 * were open then. Where the ledger has become shorter, or on request, it is read from the start.
 */
@Dependent
public class StockOutImport {
  private static final String LEDGER = "dw_stock_ledger";
  private static final long FIRST_WINDOW = 50_000;
  private static final int MOST_ROWS = 50_000;

  private final MasterDataStore store;
  private final SalesLineStore positions;
  private final Clock clock;

  @Inject
  StockOutImport(MasterDataStore store, SalesLineStore positions, Clock clock) {
    this.store = store;
    this.positions = positions;
    this.clock = clock;
  }

  /**
   * Brings the stock-outs of a source up to date, in one transaction with the position in its
   * ledger.
   *
   * @param anew whether to forget what was read before
   */
  @Transactional
  public void update(MasterSource source, boolean anew) {
    ErpSource erp = source.erp();
    String ledger = source.prefix() + LEDGER;
    OptionalLong last = erp.lastStockMovement();
    Optional<Long> read = position(ledger, anew, last);
    List<StockOutDays> open =
        read.isPresent()
            ? store.stockOutsUntil(source.source(), StockOutSpells.OPEN_END)
            : List.of();
    if (read.isEmpty()) {
      store.clearStockOuts(source.source());
    }
    if (last.isEmpty()) {
      positions.forgetPosition(ledger);
      return;
    }
    StockOutSpells spells = new StockOutSpells(open.stream().map(StockOutImport::spell).toList());
    read(source, read.orElse(Long.MIN_VALUE), last.getAsLong(), spells);
    store.changeStockOuts(
        source.source(), open, spells.closed().stream().map(StockOutImport::days).toList());
    positions.setPosition(
        ledger,
        new SalesLineStore.Position(
            LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC), last.getAsLong(), ""));
  }

  private Optional<Long> position(String ledger, boolean anew, OptionalLong last) {
    return positions
        .position(ledger)
        .map(SalesLineStore.Position::sourceKey)
        .filter(key -> !anew && last.isPresent() && key <= last.getAsLong());
  }

  /** Reads by windows of keys that widen over gaps, since not every database stops at a limit. */
  private static void read(MasterSource source, long after, long last, StockOutSpells spells) {
    ErpSource erp = source.erp();
    long window = FIRST_WINDOW;
    OptionalLong next = erp.nextStockMovement(after);
    while (next.isPresent() && next.getAsLong() <= last) {
      long from = next.getAsLong() - 1;
      long upTo = from > last - window ? last : from + window;
      List<ErpStockMovement> page = erp.stockMovements(from, upTo, MOST_ROWS);
      page.forEach(movement -> spells.add(ours(source, movement)));
      boolean full = page.size() == MOST_ROWS;
      window = full ? FIRST_WINDOW : Math.min(2 * window, Long.MAX_VALUE / 4);
      next = erp.nextStockMovement(full ? page.get(MOST_ROWS - 1).sourceKey() : upTo);
    }
  }

  /** A movement at the codes that hold here on its day. */
  static ErpStockMovement ours(MasterSource source, ErpStockMovement m) {
    return new ErpStockMovement(
        m.sourceKey(),
        m.orgId(),
        source.item(m.itemId(), m.postedOn()),
        source.site(m.siteId(), m.postedOn()),
        m.postedOn(),
        m.balanceAfter());
  }

  private static Spell spell(StockOutDays s) {
    return new Spell(s.item().orgId(), s.item().itemId(), s.siteId(), s.from(), s.to());
  }

  private static StockOutDays days(Spell s) {
    return new StockOutDays(new ItemKey(s.orgId(), s.itemId()), s.siteId(), s.from(), s.to());
  }
}
