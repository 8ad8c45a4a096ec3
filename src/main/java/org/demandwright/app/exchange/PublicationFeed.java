package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.run.PlanRecord;
import org.demandwright.store.forecast.PublicationLog;

/**
 * What readers of plans were shown, in the order in which it became so. Whoever goes on behind the
 * last position that they have read hears of every entry at least once.
 */
@ApplicationScoped
@Transactional
public class PublicationFeed {
  private final PublicationLog log;
  private final ForecastPlans plans;

  @Inject
  PublicationFeed(PublicationLog log, ForecastPlans plans) {
    this.log = log;
    this.plans = plans;
  }

  PublicationFeed() {
    this(null, null);
  }

  /**
   * Where to begin and what to look for; an empty field means any.
   *
   * @param since the position behind which entries are wanted
   * @param changedSince the instant after which they were made
   */
  public record Question(
      Optional<Long> since, Optional<Instant> changedSince, Optional<String> plan) {}

  /** Returns entries of plans that the caller may read, oldest first. */
  public Page<PublicationLog.Entry> page(Question asked, Optional<String> cursor, int limit) {
    List<String> readable =
        asked.plan().map(plan -> List.of(plans.readable(plan))).orElseGet(plans::readable).stream()
            .map(PlanRecord::name)
            .toList();
    if (readable.isEmpty()) {
      return new Page<>(List.of(), Optional.empty());
    }
    long behind = cursor.map(Cursors::number).orElseGet(() -> begin(asked));
    return Page.of(log.after(readable, behind, limit), limit, e -> Cursors.of(e.position()));
  }

  private long begin(Question asked) {
    long purgedTo = log.purgedTo();
    if (asked.since().filter(since -> since > 0 && since < purgedTo).isPresent()) {
      throw new Refused(
          Refused.Kind.GONE,
          "Entries up to position %d were removed, since nothing is kept of their versions: take all that is published, and go on from end."
              .formatted(purgedTo));
    }
    return Math.max(asked.since().orElse(0L), asked.changedSince().map(log::before).orElse(0L));
  }

  /** Returns the position of the newest entry of all plans, 0 where there is none. */
  public long end() {
    return log.end();
  }
}
