package org.demandwright.erp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds stock-outs in the stock ledger: from the day after the movement that left nothing until the
 * day of the movement that brought something. The day on which the last piece went still sold.
 */
public final class StockOutSpells {

  /** Days [from, to) on which nothing was there to be sold. */
  public record Spell(String orgId, String itemId, String siteId, LocalDate from, LocalDate to) {}

  private record Place(String orgId, String itemId, String siteId) {}

  /** An open spell never ends before this day: the item is still out of stock. */
  public static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

  private final Map<Place, LocalDate> emptySince = new HashMap<>();
  private final List<Spell> spells = new ArrayList<>();

  /**
   * Goes on where another left off.
   *
   * @param open the spells that were open then
   */
  public StockOutSpells(List<Spell> open) {
    open.forEach(s -> emptySince.put(new Place(s.orgId(), s.itemId(), s.siteId()), s.from()));
  }

  /** Takes the next movement; movements of one place come in the order in which they happened. */
  public void add(ErpStockMovement m) {
    if (m.itemId() == null
        || m.siteId() == null
        || m.postedOn() == null
        || m.balanceAfter() == null) {
      return;
    }
    Place place = new Place(m.orgId() == null ? "" : m.orgId(), m.itemId(), m.siteId());
    if (m.balanceAfter().compareTo(BigDecimal.ZERO) <= 0) {
      emptySince.putIfAbsent(place, m.postedOn().plusDays(1));
      return;
    }
    LocalDate from = emptySince.remove(place);
    if (from != null && from.isBefore(m.postedOn())) {
      spells.add(new Spell(place.orgId(), m.itemId(), m.siteId(), from, m.postedOn()));
    }
  }

  /** Returns all spells, those still open with an end far in the future. */
  public List<Spell> closed() {
    List<Spell> all = new ArrayList<>(spells);
    emptySince.forEach(
        (p, from) -> all.add(new Spell(p.orgId(), p.itemId(), p.siteId(), from, OPEN_END)));
    return all;
  }
}
