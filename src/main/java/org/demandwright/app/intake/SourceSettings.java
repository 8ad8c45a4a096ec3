package org.demandwright.app.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.app.source.DemandSources;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.intake.SourceLineStore;
import org.demandwright.store.intake.SourceLineStore.Days;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.source.SourceStore.Source;

/**
 * The sources that sales lines come from: on which days each counts, what its codes are called
 * here, how far it was read. After a change the next import reads all lines of the source.
 */
@ApplicationScoped
public class SourceSettings {
  private static final String NAME = "[a-z][a-z0-9-]{0,19}";

  private static final String PUSH = "push";

  /** Behind every stamp, so that all lines are compared. */
  private static final SalesLineStore.Position AFTER_ALL =
      new SalesLineStore.Position(LocalDateTime.of(9999, 12, 30, 0, 0), 0, "");

  private final SourceStore sources;
  private final SourceLineStore lines;
  private final SalesLineStore positions;
  private final PushedLineStore pushed;
  private final Settings settings;
  private final AuditTrail audit;

  @Inject
  SourceSettings(
      SourceStore sources,
      SourceLineStore lines,
      SalesLineStore positions,
      PushedLineStore pushed,
      Settings settings,
      AuditTrail audit) {
    this.sources = sources;
    this.lines = lines;
    this.positions = positions;
    this.pushed = pushed;
    this.settings = settings;
    this.audit = audit;
  }

  SourceSettings() {
    this(null, null, null, null, null, null);
  }

  /**
   * What there is of a source.
   *
   * @param kept lines by why they are no demand, demand under the empty text
   * @param quarantined rows by reason
   * @param readUpTo the change stamp up to which it was read, UTC; empty before the first import
   */
  public record State(
      Source source,
      Map<String, Long> kept,
      Map<String, Long> quarantined,
      Optional<LocalDateTime> readUpTo) {}

  /** Returns all sources, in the order in which they are read. */
  public List<Source> all() {
    return sources.all();
  }

  /** Returns one source. */
  public Source source(String name) {
    return sources
        .find(name)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no source \"" + name + "\"."));
  }

  /** Returns what there is of a source. */
  public State state(String name) {
    Source source = source(name);
    return new State(
        source,
        lines.kept(source.source()),
        lines.quarantined(source.source()),
        positions.position(source.source()).map(SalesLineStore.Position::changedAt));
  }

  /** Adds a source that lines are pushed into. */
  @Transactional
  public Source add(String name, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {
    if (!name.matches(NAME)) {
      throw Refused.because(
          "name", "Name a source with 1 to 20 small letters, digits and -, a letter first.");
    }
    requireOrder(firstDay, lastDay);
    if (sources.isTaken(name) || lines.begins(DemandSources.identity(name, ""))) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "The name \""
              + name
              + "\" is taken, by a source or by identities of lines: choose another.");
    }
    Source added = new Source(name, name, SourceStore.Kind.PUSH, firstDay, lastDay, false);
    sources.add(added);
    audit.record("source.add", "source/" + name, AuditTrail.NOTHING, added);
    return added;
  }

  /**
   * Changes the days of demand for which a source counts, and what is taken from it.
   *
   * @param gives what is taken beside its lines; empty = all that it has
   * @param seen what the caller takes the source to be
   */
  @Transactional
  public Source change(
      String name,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      Optional<Set<MasterKind>> gives,
      Expected<Source> seen) {
    requireOrder(firstDay, lastDay);
    if (source(name).isPushed() && gives.isPresent()) {
      throw Refused.because(
          "gives", "Lines alone are pushed into \"" + name + "\": leave gives out.");
    }
    sources.alone(source(name).source());
    Source before = source(name);
    requireStanding(before);
    seen.check(before);
    sources.count(before.source(), firstDay, lastDay);
    sources.take(before.source(), gives);
    Source after = source(name);
    audit.record("source.change", "source/" + name, before, after);
    return after;
  }

  /** What becomes of the lines of a source that is removed. */
  public enum Lines {
    /** They count as they are, and are never read again. */
    KEEP,
    /** The next import takes them away, as if their source held none. */
    DELETE
  }

  /**
   * Removes a source.
   *
   * @param lines what becomes of its lines; refused where it holds some and nothing is said
   */
  @Transactional
  public void remove(String name, Optional<Lines> lines) {
    sources.alone(source(name).source());
    Source source = source(name);
    requireRemovable(source);
    String key = source.source();
    long pushes = source.isPushed() ? pushed.count(key) : 0;
    boolean holds = this.lines.holds(key) || pushes > 0;
    if (holds && lines.isEmpty()) {
      throw Refused.because(
          "lines",
          "Source %s holds %,d lines: say lines=KEEP, so that they count as they are, or lines=DELETE, so that the next import takes them away."
              .formatted(name, Math.max(this.lines.lines(key), pushes)));
    }
    if (!holds) {
      positions.forgetPosition(key);
      sources.remove(key);
    } else if (lines.get() == Lines.KEEP) {
      positions.forgetPosition(key);
      sources.end(key);
    } else {
      pushed.clear(key);
      positions.setPosition(key, AFTER_ALL);
      sources.letEnd(key);
    }
    audit.record(
        "source.remove",
        "source/" + name,
        source,
        Map.of("lines", lines.map(Enum::name).orElse("NONE")));
  }

  private void requireRemovable(Source source) {
    String why =
        switch (source.kind()) {
          case ERP -> "It is the configured ERP: let it count until a day (lastDay) instead.";
          case OTHER_ERP ->
              settings.otherErps().named(source.source()).isPresent()
                  ? "It is configured: take it from dw.sources, or unset dw.erp2.url, and start the"
                      + " server anew before."
                  : "";
          case PUSH ->
              source.source().equals(PUSH)
                  ? "It takes what is pushed without a source: let it count until a day (lastDay)"
                      + " instead."
                  : "";
        };
    if (!why.isEmpty()) {
      throw new Refused(Refused.Kind.CONFLICT, "Source " + source.name() + " stays. " + why);
    }
    requireStanding(source);
  }

  private static void requireStanding(Source source) {
    if (source.ending()) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Source " + source.name() + " was removed; the next import takes its lines away.");
    }
  }

  private static void requireOrder(Optional<LocalDate> first, Optional<LocalDate> last) {
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw Refused.because("lastDay", "lastDay is before firstDay: exchange them.");
    }
  }

  /** Returns at most how many kept lines a source would count otherwise with other days. */
  public long concerned(String name, Optional<LocalDate> firstDay, Optional<LocalDate> lastDay) {
    Source source = source(name);
    return lines.between(
        source.source(),
        new Days(source.firstDay(), source.lastDay()),
        new Days(firstDay, lastDay));
  }

  /** Returns at most how many kept lines would be of something else with these codes. */
  public long concerned(String name, Collection<SourceCode> codes) {
    Source source = source(name);
    List<SourceCode> known = sources.codes(source.source());
    long concerned = 0;
    for (SourceCode.Kind kind : SourceCode.Kind.values()) {
      Set<String> touched = new TreeSet<>();
      codes.stream()
          .filter(code -> code.kind() == kind && !known.contains(code))
          .forEach(
              code -> {
                touched.add(code.theirs());
                known.stream()
                    .filter(old -> old.contradicts(code))
                    .forEach(old -> touched.add(old.ours()));
              });
      concerned += lines.of(source.source(), kind, touched);
    }
    return concerned;
  }

  /** Returns codes of a source, by kind, code and day. */
  public Page<SourceCode> codes(String name, Optional<String> cursor, int limit) {
    SourceStore.Position after =
        cursor
            .map(text -> Cursors.texts(text, 3))
            .map(p -> new SourceStore.Position(p[0], p[1], Cursors.day(p[2])))
            .orElse(SourceStore.Position.START);
    return Page.of(
        sources.codes(source(name).source(), after, limit),
        limit,
        c -> Cursors.ofTexts(c.kind().name(), c.theirs(), c.validFrom().toString()));
  }

  /** Writes codes of a source, all or none; one of the same kind, code and day is replaced. */
  @Transactional
  public void write(String name, List<SourceCode> codes) {
    String source = source(name).source();
    sources.alone(source);
    List<SourceCode> all = new ArrayList<>(sources.codes(source));
    for (SourceCode code : codes) {
      all.removeIf(old -> old.contradicts(code) && old.validFrom().equals(code.validFrom()));
      all.stream()
          .filter(code::contradicts)
          .findFirst()
          .ifPresent(
              other -> {
                throw Refused.because(
                    "codes",
                    "%s %s would be called %s and %s on the same days: let the earlier one end before."
                        .formatted(code.kind(), code.theirs(), other.ours(), code.ours()));
              });
      all.add(code);
    }
    sources.write(source, codes);
    audit.record("source-codes.write", "source/" + name, AuditTrail.NOTHING, codes);
  }

  /** Removes a code; the source's own counts again. */
  @Transactional
  public void remove(String name, SourceCode.Kind kind, String theirs, LocalDate validFrom) {
    String source = source(name).source();
    sources.alone(source);
    if (!sources.remove(source, kind, theirs, validFrom)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Source %s has no %s %s from %s on.".formatted(name, kind, theirs, validFrom));
    }
    audit.record(
        "source-codes.remove",
        "source/" + name,
        Map.of("kind", kind, "theirs", theirs, "validFrom", validFrom),
        AuditTrail.NOTHING);
  }
}
