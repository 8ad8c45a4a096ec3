package org.demandwright.app.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.intake.PushedLineRecord.State;
import org.demandwright.app.source.DemandSources;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.QuarantinedLine;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.ReconcileStore.Place;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.PushedLineStore;

/** The lines that other systems pushed, and where each of them stands. */
@ApplicationScoped
public class PushedLineQueries {
  private final PushedLineStore lines;
  private final ReconcileStore kept;
  private final QuarantineStore quarantine;

  @Inject
  PushedLineQueries(PushedLineStore lines, ReconcileStore kept, QuarantineStore quarantine) {
    this.lines = lines;
    this.kept = kept;
    this.quarantine = quarantine;
  }

  PushedLineQueries() {
    this(null, null, null);
  }

  /** Returns lines in the order of their numbers. */
  public Page<PushedLineRecord> page(
      DataScope scope, PushedLineStore.Filter filter, Optional<String> cursor, int limit) {
    long after = cursor.map(Cursors::number).orElse(0L);
    List<PushedLine> page = lines.page(scope, filter, after, limit);
    List<PushedLineRecord> rows = standing(page);
    return Page.of(rows, limit, row -> Cursors.of(row.line().pushKey()));
  }

  /** Returns one line. */
  public PushedLineRecord line(DataScope scope, long pushKey) {
    PushedLine line =
        lines
            .find(scope, pushKey)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND, "There is no pushed line " + pushKey + "."));
    return standing(List.of(line)).get(0);
  }

  private List<PushedLineRecord> standing(List<PushedLine> page) {
    List<String> ids = page.stream().map(PushedLineQueries::lineId).toList();
    Map<String, Place> places = kept.places(ids);
    Map<String, QuarantinedLine> bad = quarantine.of(ids);
    return page.stream()
        .map(line -> standing(line, places.get(lineId(line)), bad.get(lineId(line))))
        .toList();
  }

  private static String lineId(PushedLine line) {
    return DemandSources.identity(line.source(), Long.toString(line.pushKey()));
  }

  /** What was read of an earlier content says nothing of this one. */
  private static PushedLineRecord standing(PushedLine line, Place place, QuarantinedLine bad) {
    if (bad != null && bad.changedAt().equals(line.changedAt())) {
      return new PushedLineRecord(
          line,
          State.QUARANTINED,
          Optional.of(bad.reason()),
          Optional.of(Wordbook.english().say(bad.detail())));
    }
    boolean read = place != null && place.changedAt().equals(line.changedAt());
    Optional<String> excluded = Optional.ofNullable(line.excludedBecause());
    State state = !read ? State.WAITING : excluded.isPresent() ? State.EXCLUDED : State.COUNTED;
    return new PushedLineRecord(line, state, excluded, Optional.empty());
  }
}
