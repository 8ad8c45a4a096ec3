package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;

/**
 * The balances below zero of one item at one site, folded movement by movement in the order in
 * which they happened. Any balance below zero counts: goods that are not there cannot leave. Effect
 * = the units by which the ledger was short at the worst.
 */
public final class NegativeStock {
  private final String prefix;
  private BigDecimal lowest = BigDecimal.ZERO;
  private LocalDate first;
  private LocalDate last;
  private long movements;
  private final List<String> rows = new ArrayList<>();
  private long worstMovement;

  /** The balances of the first source's ledger. */
  public NegativeStock() {
    this("");
  }

  /**
   * @param prefix what stands before keys of the ledger
   */
  public NegativeStock(String prefix) {
    this.prefix = prefix;
  }

  /**
   * Takes the next movement.
   *
   * @param key the movement's key in the ERP
   * @param postedOn its day
   * @param balanceAfter the stock that it left, base units
   */
  public void add(long key, LocalDate postedOn, BigDecimal balanceAfter) {
    if (balanceAfter.signum() >= 0) {
      return;
    }
    movements++;
    if (rows.size() < Finding.MOST_ROWS) {
      rows.add(prefix + "dw_stock_ledger:" + key);
    }
    first = first == null ? postedOn : first;
    last = postedOn;
    if (balanceAfter.compareTo(lowest) < 0) {
      lowest = balanceAfter;
      worstMovement = key;
    }
  }

  /** Returns whether a balance was below zero. */
  public boolean found() {
    return movements > 0;
  }

  /**
   * Returns the finding; only where one was {@link #found}.
   *
   * @param gross all base units that the item sold at the site, 0 where it never did
   */
  public Finding finding(Subject place, double gross) {
    double effect = -lowest.doubleValue();
    double share = gross > 0 ? effect / gross : 0;
    Words what =
        Words.of(
            "quality.negative-stock",
            movements,
            lowest.stripTrailingZeros().toPlainString(),
            worstMovement);
    return new Finding(
        Rule.NEGATIVE_STOCK,
        Severity.ofShare(share),
        place,
        first,
        last,
        LineSelection.ofDays(first, last, movements),
        rows,
        effect,
        share,
        Optional.empty(),
        what);
  }
}
