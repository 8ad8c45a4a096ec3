package org.demandwright.app.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.source.ErasedCustomers;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.PushedLine.Identity;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.source.SourceStore;

/**
 * Takes the lines that other systems push: each by itself, known by source, company, document and
 * line. The next import reads them as it reads the ERP's. Pushing the same again changes nothing;
 * of two with one identity the later one counts.
 */
@ApplicationScoped
public class LinePushing {
  private static final Duration TICK = Duration.ofNanos(1_000);

  private final SourceStore sources;
  private final PushedLineStore lines;
  private final MasterDataPages masterData;
  private final ErasedCustomers erased;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  LinePushing(
      SourceStore sources,
      PushedLineStore lines,
      MasterDataPages masterData,
      ErasedCustomers erased,
      Clock clock,
      AuditTrail audit) {
    this.sources = sources;
    this.lines = lines;
    this.masterData = masterData;
    this.erased = erased;
    this.clock = clock;
    this.audit = audit;
  }

  LinePushing() {
    this(null, null, null, null, null, null);
  }

  /**
   * Takes lines in their order, in one transaction: good ones are kept, bad ones are told.
   *
   * @param scope of the caller: what a line is of, and was of before, has to belong to it
   * @param dryRun whether only to tell what would become of them
   * @return the fate of each, in the same order
   */
  @Transactional
  public List<LineFate> push(DataScope scope, List<PushedRow> rows, boolean dryRun, String by) {
    Map<String, List<PushedRow>> bySource =
        rows.stream()
            .filter(row -> row.line() != null)
            .collect(
                Collectors.groupingBy(
                    row -> row.line().source(), TreeMap::new, Collectors.toList()));
    Map<Integer, LineFate> fates = new TreeMap<>();
    rows.stream()
        .filter(row -> row.line() == null)
        .forEach(
            row -> fates.put(row.row(), LineFate.refused(row.row(), row.field(), row.wrong())));
    bySource.forEach((source, some) -> push(scope, source, some, dryRun, by, fates));
    return List.copyOf(fates.values());
  }

  private void push(
      DataScope scope,
      String source,
      List<PushedRow> rows,
      boolean dryRun,
      String by,
      Map<Integer, LineFate> fates) {
    if (sources.all().stream()
        .noneMatch(s -> s.source().equals(source) && s.isPushed() && !s.ending())) {
      rows.forEach(
          row -> fates.put(row.row(), LineFate.refused(row.row(), "source", unknown(source))));
      return;
    }
    sources.alone(source);
    LocalDateTime now = LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC);
    LocalDateTime stamp =
        lines
            .newest(source)
            .map(newest -> newest.plus(TICK))
            .filter(next -> next.isAfter(now))
            .orElse(now)
            .truncatedTo(ChronoUnit.MICROS);
    Map<Identity, PushedLine> before =
        lines.of(source, rows.stream().map(row -> row.line().identity()).toList());
    Push push = new Push(stamp, by, before, line -> holds(scope, line));
    UnaryOperator<String> names = erased.names();
    rows.forEach(row -> fates.put(row.row(), push.take(row.named(names))));
    List<PushedLine> added = push.added();
    List<PushedLine> changed = push.changed();
    if (!dryRun && !(added.isEmpty() && changed.isEmpty())) {
      lines.write(added, changed);
      audit.record("sales-lines.push", "source/" + source, AuditTrail.NOTHING, push.counts());
    }
  }

  private boolean holds(DataScope scope, PushedLine line) {
    if (scope.isUnrestricted()) {
      return true;
    }
    String item = orEmpty(line.itemId());
    String category =
        masterData.categories(List.of(item)).getOrDefault(new ItemKey(line.orgId(), item), "");
    SeriesKey series =
        new SeriesKey(line.orgId(), item, orEmpty(line.siteId()), orEmpty(line.channelId()));
    return scope.holds(series, category);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private String unknown(String source) {
    return "There is no source \"%s\" that lines are pushed into; there are %s."
        .formatted(
            source,
            sources.all().stream()
                .filter(s -> s.isPushed() && !s.ending())
                .map(SourceStore.Source::name)
                .collect(Collectors.joining(", ")));
  }
}
