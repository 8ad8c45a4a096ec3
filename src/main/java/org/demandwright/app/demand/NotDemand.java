package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.NotDemandStore;
import org.demandwright.store.demand.NotDemandStore.Following;
import org.demandwright.store.demand.NotDemandStore.Marked;
import org.demandwright.store.demand.NotDemandStore.Taken;

/**
 * Marks lines and documents as bought once: a tender, a project, a mistyped order that was really
 * delivered. What they sold stays in the books and is taken from the demand that models learn from,
 * by a correction for each day of each series. After every import the corrections are brought to
 * what the lines say then. The next version is made with them; versions made before stay.
 */
@ApplicationScoped
public class NotDemand {
  private static final int LONGEST_REASON = 1_000;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_LINE = 170;

  /** Who withdraws a correction because its lines say something else. */
  private static final String IMPORT = "import";

  private final NotDemandStore marks;
  private final LayerStore layers;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  public NotDemand(NotDemandStore marks, LayerStore layers, Clock clock, AuditTrail audit) {
    this.marks = marks;
    this.layers = layers;
    this.clock = clock;
    this.audit = audit;
  }

  NotDemand() {
    this(null, null, null, null);
  }

  /** Returns marks that name a line of the scope, newest first. */
  @Transactional
  public Page<NotDemandStore.Entry> page(
      DataScope scope, NotDemandStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        marks.before(scope, cursor.map(Cursors::number).orElse(Long.MAX_VALUE), filter, limit),
        limit,
        mark -> Cursors.of(mark.markId()));
  }

  /** Returns one mark, likewise. */
  @Transactional
  public NotDemandStore.Entry mark(DataScope scope, long markId) {
    return marks
        .find(scope, markId)
        .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "There is no mark " + markId + "."));
  }

  /**
   * Returns what a mark takes from which days of series of the scope; nothing once it is withdrawn.
   */
  @Transactional
  public List<Taken> taken(DataScope scope, long markId) {
    mark(scope, markId);
    return marks.taken(scope, Optional.of(markId));
  }

  /**
   * Returns what a mark would take from which days of series of the scope.
   *
   * @throws Refused NOT_FOUND where no line is named that sold something
   */
  @Transactional
  public List<Taken> preview(DataScope scope, Marked wanted) {
    requireNames(wanted);
    List<Taken> taken = marks.taken(scope, wanted);
    if (taken.isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "There is no line of demand like that, or another mark has it already: "
              + named(wanted)
              + ".");
    }
    return taken;
  }

  private static String named(Marked wanted) {
    if (wanted.what() == NotDemandStore.What.LINE) {
      return "line " + wanted.name();
    }
    return "document %s of company '%s'%s"
        .formatted(
            wanted.name(),
            wanted.org(),
            wanted.customer().map(customer -> ", customer " + customer).orElse(""));
  }

  private static void requireNames(Marked wanted) {
    if (wanted.what() == NotDemandStore.What.LINE) {
      requireShort("line", wanted.name(), LONGEST_LINE);
    } else {
      requireShort("document", wanted.name(), LONGEST_NAME);
    }
    requireShort("org", wanted.org(), LONGEST_NAME);
    wanted.customer().ifPresent(customer -> requireShort("customer", customer, LONGEST_NAME));
  }

  private static void requireShort(String field, String name, int most) {
    if (name.length() > most) {
      throw Refused.because(field, "%s has more than %d characters.".formatted(field, most));
    }
  }

  /**
   * Makes a mark.
   *
   * @throws Refused FORBIDDEN where it names lines of series outside of the scope, too
   */
  @Transactional
  public NotDemandStore.Entry add(DataScope scope, Marked wanted, String reason, String by) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw Refused.because(
          "reason",
          "Say why in 1 to %d characters, for those who come after you.".formatted(LONGEST_REASON));
    }
    preview(scope, wanted);
    requireWithin(scope, wanted);
    Instant now = clock.now();
    NotDemandStore.Entry mark = marks.add(wanted, reason.strip(), by, now);
    follow(by, now);
    audit.record("not-demand.add", "not-demand/" + mark.markId(), AuditTrail.NOTHING, mark);
    return mark;
  }

  private void requireWithin(DataScope scope, Marked wanted) {
    if (marks.reachesOutside(scope, wanted)) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "A mark may name lines of series that you may see, and no others: mark lines one by one.");
    }
  }

  /** Withdraws a mark, likewise: what its lines sold is demand again. */
  @Transactional
  public NotDemandStore.Entry withdraw(DataScope scope, long markId, String by) {
    NotDemandStore.Entry seen = mark(scope, markId);
    requireWithin(scope, seen.marked());
    Instant now = clock.now();
    if (!marks.withdraw(markId, by, now)) {
      NotDemandStore.Entry there = mark(scope, seen.markId());
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Mark %d was withdrawn at %s by %s."
              .formatted(
                  markId, there.withdrawnAt().orElseThrow(), there.withdrawnBy().orElse("?")));
    }
    follow(by, now);
    NotDemandStore.Entry withdrawn = mark(scope, markId);
    audit.record("not-demand.withdraw", "not-demand/" + markId, seen, withdrawn);
    return withdrawn;
  }

  /**
   * Brings corrections to what the lines say that an import has read.
   *
   * @param knownAt since when they say so
   */
  @Transactional
  public void followLines(Instant knownAt) {
    follow(IMPORT, knownAt);
  }

  private void follow(String by, Instant now) {
    Map<Place, Following> laid = new HashMap<>();
    marks.following().forEach(f -> laid.put(new Place(f.markId(), f.seriesId(), f.day()), f));
    List<Taken> missing = new ArrayList<>();
    for (Taken taken : marks.taken(DataScope.unrestricted(), Optional.empty())) {
      Place place = new Place(taken.markId(), taken.seriesId(), taken.day());
      Following there = laid.get(place);
      if (there != null && there.units().compareTo(taken.units()) == 0) {
        laid.remove(place);
      } else {
        missing.add(taken);
      }
    }
    laid.values().forEach(gone -> layers.withdraw(gone.layerId(), by, now));
    marks.lay(missing, now);
  }

  /** Where a mark takes something away. */
  private record Place(long markId, long seriesId, LocalDate day) {}
}
