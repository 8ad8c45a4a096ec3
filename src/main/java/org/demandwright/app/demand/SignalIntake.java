package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.SignalStore;

/** Takes values of signals; the next version of the forecast learns from them. */
@ApplicationScoped
public class SignalIntake {
  /** Each signal is two features of every series, and a feature too many costs accuracy. */
  static final int MOST_SIGNALS = 8;

  private final SignalStore store;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  SignalIntake(SignalStore store, Clock clock, AuditTrail audit) {
    this.store = store;
    this.clock = clock;
    this.audit = audit;
  }

  SignalIntake() {
    this(null, null, null);
  }

  /** What there is of one signal. */
  public record Extent(String signal, long values, LocalDate first, LocalDate last) {}

  /** Returns how much there is of each signal. */
  public List<Extent> extents() {
    return store.extents().stream()
        .map(e -> new Extent(e.signal(), e.values(), e.first(), e.last()))
        .toList();
  }

  /** Returns the values of an item, those of the newest day first. */
  public Page<SignalValue> newest(
      String item, Optional<String> signal, Optional<String> cursor, int limit) {
    return Page.of(
        store.newest(item, signal, cursor.map(SignalIntake::place), limit),
        limit,
        v -> Cursors.ofTexts(v.day().toString(), v.signal(), v.site(), v.knownFrom().toString()));
  }

  private static SignalStore.Place place(String cursor) {
    String[] at = Cursors.texts(cursor, 4);
    return new SignalStore.Place(Cursors.day(at[0]), at[1], at[2], Cursors.day(at[3]));
  }

  /**
   * Writes values, all or none; one of the same item, site, day and day of knowledge is replaced.
   */
  @Transactional
  public void write(List<SignalValue> values, String by) {
    writePart(values, by);
    Map<String, Long> counts =
        values.stream()
            .collect(
                Collectors.groupingBy(SignalValue::signal, TreeMap::new, Collectors.counting()));
    counts.forEach(
        (signal, count) ->
            audit.record(
                "signal.write", "signal/" + signal, AuditTrail.NOTHING, Map.of("values", count)));
  }

  /** Writes values of a work that its caller records as a whole. */
  public void writePart(List<SignalValue> values, String by) {
    requireRoom(values);
    store.write(values, by, clock.now());
  }

  /** Runs work that writes several lists of values, as one: all of them are written or none. */
  public void atomically(Runnable work) {
    store.atomically(work);
  }

  /** Refuses values that would make too many signals. */
  public void requireRoom(List<SignalValue> values) {
    Set<String> names = store.names();
    values.forEach(v -> names.add(v.signal()));
    if (names.size() > MOST_SIGNALS) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "There would be %d signals (%s), at most %d are allowed; remove one, or map columns that"
                  .formatted(names.size(), String.join(", ", names), MOST_SIGNALS)
              + " are none to -.");
    }
  }

  /** Removes a signal; versions that knew it keep it. */
  @Transactional
  public int remove(String signal) {
    if (!store.names().contains(signal)) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no signal \"" + signal + "\".");
    }
    int removed = store.remove(signal);
    audit.record(
        "signal.remove", "signal/" + signal, Map.of("values", removed), AuditTrail.NOTHING);
    return removed;
  }
}
