package org.demandwright.app.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.core.Words;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyFault;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.supply.SupplyAccountStore;
import org.demandwright.store.supply.SupplyAccountStore.Apart;

/** What became of the rows of stock and supply at the last import. */
@ApplicationScoped
public class SupplyQuality {
  private final SupplyAccountStore accounts;
  private final SourceStore sources;
  private final QualityRuns runs;

  @Inject
  SupplyQuality(SupplyAccountStore accounts, SourceStore sources, QualityRuns runs) {
    this.accounts = accounts;
    this.sources = sources;
    this.runs = runs;
  }

  SupplyQuality() {
    this(null, null, null);
  }

  /**
   * What became of the rows of a view.
   *
   * @param source the name of the source
   * @param run the number of the run that read it
   */
  public record ViewAccount(String source, long run, SupplyAccount account) {}

  /**
   * A row that is kept apart.
   *
   * @param source the name of the source
   * @param detail what is wrong with it and what to do
   */
  public record QuarantinedSupply(String source, Apart row, Words detail) {}

  /**
   * Returns what became of the rows of every view of every source; none before the first import.
   */
  @Transactional
  public List<ViewAccount> accounts() {
    Map<String, String> names = names();
    List<SupplyAccount> all = accounts.all();
    Map<Long, Long> numbers =
        runs.numbers(all.stream().map(SupplyAccount::run).collect(Collectors.toSet()));
    return all.stream()
        .map(
            account ->
                new ViewAccount(
                    names.getOrDefault(account.source(), account.source()),
                    numbers.get(account.run()),
                    account))
        .toList();
  }

  /** Returns rows that are kept apart, by source and view. */
  @Transactional
  public Page<QuarantinedSupply> quarantine(Optional<String> cursor, int limit) {
    Map<String, String> names = names();
    return Page.of(
            accounts.apart(cursor.map(Cursors::number).orElse(0L), limit),
            limit,
            row -> Cursors.of(row.number()))
        .map(
            row ->
                new QuarantinedSupply(
                    names.getOrDefault(row.source(), row.source()), row, detail(row)));
  }

  /** What is wrong with a row and what to do about it. */
  private static Words detail(Apart row) {
    String fault = row.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return row.fault() == SupplyFault.REPEATED || row.fault() == SupplyFault.TOLD_BEFORE
        ? Words.of("intake.supply-" + fault)
        : Words.of("intake.supply-" + fault, row.column());
  }

  private Map<String, String> names() {
    return sources.all().stream()
        .collect(Collectors.toMap(SourceStore.Source::source, SourceStore.Source::name));
  }
}
