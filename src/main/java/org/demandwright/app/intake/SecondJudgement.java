package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demandwright.app.source.DemandSource;
import org.demandwright.app.source.DemandSources;
import org.demandwright.core.intake.KitPart;
import org.demandwright.erp.Watermark;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.intake.QuarantineStore;
import org.demandwright.store.intake.QuarantinedLine;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.ReconcileStore.Place;

/**
 * Judges again what other master data were the reason for: every row in quarantine, and the lines
 * of items that are gone, have another unit or are kits with other parts. The rows are read from
 * their source as they are now; one that is gone leaves the quarantine.
 */
@Dependent
public class SecondJudgement {
  private static final int PAGE = 500;

  private final DemandSources sources;
  private final QuarantineStore quarantine;
  private final ReconcileStore lines;
  private final MasterDataStore masterData;
  private final IntakeAtWork work;

  @Inject
  SecondJudgement(
      DemandSources sources,
      QuarantineStore quarantine,
      ReconcileStore lines,
      MasterDataStore masterData,
      IntakeAtWork work) {
    this.sources = sources;
    this.quarantine = quarantine;
    this.lines = lines;
    this.masterData = masterData;
    this.work = work;
  }

  /** Judges all that is to be judged anew, for a run. */
  public void judge(long run) {
    work.begin(run);
    Collection<String> items = affected();
    for (DemandSource source : sources.all()) {
      List<QuarantinedLine> bad = quarantine.after(source.source(), "", PAGE);
      while (!bad.isEmpty()) {
        replay(source, bad);
        bad = quarantine.after(source.source(), bad.get(bad.size() - 1).lineId(), PAGE);
      }
      lines.eachOfItems(source.source(), items, PAGE, page -> judgeLines(source, page));
    }
    masterData.rechecked();
  }

  private void replay(DemandSource source, List<QuarantinedLine> bad) {
    Map<Boolean, List<QuarantinedLine>> byKind =
        bad.stream()
            .collect(Collectors.partitioningBy(q -> q.reason().equals(SalesLineReview.DUPLICATE)));
    judgeAgain(source, byKind.get(false));
    freeDuplicates(source, byKind.get(true));
  }

  private void judgeAgain(DemandSource source, List<QuarantinedLine> bad) {
    Set<String> gone = bad.stream().map(QuarantinedLine::lineId).collect(Collectors.toSet());
    List<Watermark> places = bad.stream().map(q -> watermark(q, q.lineId())).toList();
    work.write(
        source,
        source.lines().linesOf(places).stream()
            .map(work::review)
            .filter(row -> gone.remove(row.lineId()))
            .toList());
    work.remove(source, gone);
  }

  /** A row whose identity no other row has any more may have it now. */
  private void freeDuplicates(DemandSource source, List<QuarantinedLine> bad) {
    Set<String> taken =
        lines.places(bad.stream().map(q -> SalesLineReview.claimed(q.lineId())).toList()).keySet();
    List<QuarantinedLine> free =
        bad.stream().filter(q -> !taken.contains(SalesLineReview.claimed(q.lineId()))).toList();
    List<Watermark> places =
        free.stream().map(q -> watermark(q, SalesLineReview.claimed(q.lineId()))).toList();
    Set<String> wanted = places.stream().map(Watermark::lineId).collect(Collectors.toSet());
    work.remove(source, free.stream().map(QuarantinedLine::lineId).toList());
    work.write(
        source,
        source.lines().linesOf(places).stream()
            .filter(row -> wanted.contains(row.lineId()))
            .map(work::review)
            .toList());
  }

  private void judgeLines(DemandSource source, List<Place> page) {
    Set<String> wanted = page.stream().map(Place::lineId).collect(Collectors.toSet());
    List<Watermark> places =
        page.stream().map(p -> new Watermark(p.changedAt(), p.sourceKey(), p.lineId())).toList();
    work.write(
        source,
        source.lines().linesOf(places).stream()
            .filter(row -> wanted.contains(row.lineId()))
            .map(work::review)
            .toList());
  }

  /** Returns the items that changed and every kit that contains one of them, at any depth. */
  private Collection<String> affected() {
    Map<String, Set<String>> kitsOf =
        masterData.components().stream()
            .collect(
                Collectors.groupingBy(
                    KitPart::componentId,
                    Collectors.mapping(c -> c.kit().itemId(), Collectors.toSet())));
    Set<String> affected = new TreeSet<>();
    masterData.recheck().forEach(i -> add(i.itemId(), kitsOf, affected));
    return affected;
  }

  private static void add(String item, Map<String, Set<String>> kitsOf, Set<String> affected) {
    if (affected.add(item)) {
      kitsOf.getOrDefault(item, Set.of()).forEach(kit -> add(kit, kitsOf, affected));
    }
  }

  private static Watermark watermark(QuarantinedLine q, String lineId) {
    return new Watermark(q.changedAt(), q.sourceKey() == null ? 0 : q.sourceKey(), lineId);
  }
}
