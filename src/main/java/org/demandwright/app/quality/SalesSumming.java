package org.demandwright.app.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.demand.SeriesStore.Ref;
import org.demandwright.store.intake.ChangedSales;
import org.demandwright.store.quality.SalesSumStore;

/**
 * Brings the sums of sales up to date after an import: those of weeks in which lines of a series
 * changed are counted from its lines. Broken off, it goes on with what is left.
 */
@ApplicationScoped
public class SalesSumming {
  private static final int PAGE = 250;

  private final ChangedSales changed;
  private final SeriesStore series;
  private final SalesSumStore sums;

  @Inject
  public SalesSumming(ChangedSales changed, SeriesStore series, SalesSumStore sums) {
    this.changed = changed;
    this.series = series;
    this.sums = sums;
  }

  SalesSumming() {
    this(null, null, null);
  }

  /** Returns how many stretches of thirteen weeks something changed in. */
  public int outstanding() {
    return changed.spans().size();
  }

  /**
   * Counts what changed, stretch by stretch: the lines of a time lie close together.
   *
   * @param stop asked between pages of series
   * @param done told of each stretch
   */
  public void bringUpToDate(BooleanSupplier stop, IntConsumer done) {
    for (ThirteenWeeks span : changed.spans()) {
      boolean every = changed.ofEverySeries(span);
      List<Long> page = page(span, every, 0);
      while (!page.isEmpty()) {
        if (stop.getAsBoolean()) {
          return;
        }
        long last = page.get(page.size() - 1);
        sums.keep(span, page.get(0), last);
        page = page(span, every, last);
      }
      changed.forgetEvery(span);
      done.accept(1);
    }
  }

  private List<Long> page(ThirteenWeeks span, boolean every, long after) {
    return every
        ? series.after(after, PAGE).stream().map(Ref::seriesId).toList()
        : changed.seriesIn(span, after, PAGE);
  }
}
