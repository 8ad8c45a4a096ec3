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
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.core.plan.Scope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.demand.SignalStore;

/** Takes values of signals; the next version of the forecast learns from them. */
@ApplicationScoped
public class SignalIntake {
  /** Each signal is two features of every series, and a feature too many costs accuracy. */
  static final int MOST_SIGNALS = 8;

  private final SignalStore store;
  private final SeriesScopeStore series;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  SignalIntake(SignalStore store, SeriesScopeStore series, Clock clock, AuditTrail audit) {
    this.store = store;
    this.series = series;
    this.clock = clock;
    this.audit = audit;
  }

  SignalIntake() {
    this(null, null, null, null);
  }

  /** What there is of one signal. */
  public record Extent(String signal, long values, LocalDate first, LocalDate last) {}

  /** Returns how much there is of each signal. */
  public List<Extent> extents(DataScope scope) {
    return store.extents(scope).stream()
        .map(e -> new Extent(e.signal(), e.values(), e.first(), e.last()))
        .toList();
  }

  /** Returns the values of an item, those of the newest day first. */
  public Page<SignalValue> newest(
      DataScope scope, String item, Optional<String> signal, Optional<String> cursor, int limit) {
    return Page.of(
        store.newest(scope, item, signal, cursor.map(SignalIntake::place), limit),
        limit,
        v -> Cursors.ofTexts(v.day().toString(), v.signal(), v.site(), v.knownFrom().toString()));
  }

  private static SignalStore.Place place(String cursor) {
    String[] at = Cursors.texts(cursor, 4);
    return new SignalStore.Place(Cursors.day(at[0]), at[1], at[2], Cursors.day(at[3]));
  }

  /**
   * Writes values, all or none; one of the same item, site, day and day of knowledge is replaced.
   *
   * @param scope of whoever writes: all series that a value concerns must belong to it
   */
  @Transactional
  public void write(DataScope scope, List<SignalValue> values, String by) {
    requireWithin(scope, values);
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

  private void requireWithin(DataScope scope, List<SignalValue> values) {
    if (scope.isUnrestricted()) {
      return;
    }
    Set<Scope> concerned = values.stream().map(SignalIntake::concerned).collect(Collectors.toSet());
    for (Scope part : concerned) {
      if (!series.reachesInto(scope, part) || series.reachesOutside(scope, part)) {
        throw new Refused(
            Refused.Kind.FORBIDDEN,
            "Item %s, site %s: a signal may be written for series that you may see, and no others."
                .formatted(part.item().orElse("*"), part.site().orElse("*")));
      }
    }
  }

  private static Scope concerned(SignalValue value) {
    return new Scope(
        Optional.empty(),
        Optional.of(value.item()).filter(item -> !item.equals(SignalValue.EVERY_ITEM)),
        Optional.of(value.site()).filter(site -> !site.isEmpty()),
        Optional.empty(),
        Optional.empty());
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
