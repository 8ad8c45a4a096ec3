package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.quality.SupplyQuality;
import org.demandwright.core.Words;
import org.demandwright.core.decide.risk.RiskKind;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.decide.ExceptionQualityStore;
import org.demandwright.store.decide.StockException;
import org.demandwright.store.decide.StockExceptionStore;

/** Reads what may go wrong, and how often that was said rightly. */
@ApplicationScoped
@Transactional
public class StockExceptions {
  private static final int PARTS = 4;

  /** Which view each kind needs beside the forecast. */
  private static final Map<RiskKind, SupplyTable> NEEDS =
      Map.of(
          RiskKind.STOCK_OUT, SupplyTable.STOCK_LEVEL,
          RiskKind.OVERSTOCK, SupplyTable.STOCK_LEVEL,
          RiskKind.EXPIRY, SupplyTable.LOT,
          RiskKind.SUPPLIER_LATE, SupplyTable.PURCHASE_LINE);

  private final StockExceptionStore exceptions;
  private final ExceptionQualityStore quality;
  private final SupplyQuality views;
  private final FindExceptions find;

  @Inject
  StockExceptions(
      StockExceptionStore exceptions,
      ExceptionQualityStore quality,
      SupplyQuality views,
      FindExceptions find) {
    this.exceptions = exceptions;
    this.quality = quality;
    this.views = views;
    this.find = find;
  }

  StockExceptions() {
    this(null, null, null, null);
  }

  /** Returns open exceptions of a plan, the most money first. */
  public Page<StockException> page(
      String plan, StockExceptionStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
        exceptions.page(
            plan,
            filter,
            cursor.map(StockExceptions::position).orElse(StockExceptionStore.Position.START),
            limit),
        limit,
        e -> cursor(StockExceptionStore.Position.of(e)));
  }

  private static StockExceptionStore.Position position(String cursor) {
    String[] parts = Cursors.texts(cursor, PARTS);
    return new StockExceptionStore.Position(
        (int) Cursors.whole(parts[0]),
        parts[1],
        Cursors.decimal(parts[2]),
        Cursors.whole(parts[3]));
  }

  private static String cursor(StockExceptionStore.Position at) {
    return Cursors.ofTexts(
        Integer.toString(at.group()),
        at.currency(),
        at.value().toPlainString(),
        Long.toString(at.number()));
  }

  /**
   * Returns an exception, open or closed.
   *
   * @throws Refused NOT_FOUND where there is none within the scope
   */
  public StockException exception(DataScope scope, long number) {
    return exceptions
        .find(scope, number)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no exception %d: it is forgotten, or there never was."
                        .formatted(number)));
  }

  /**
   * How a kind is said.
   *
   * @param threshold score from which on it is
   * @param replayed what the last replay gave; empty where it could not be measured
   * @param lacking why it is not known of some sources, or not measured
   */
  public record KindQuality(
      RiskKind kind,
      double threshold,
      Optional<ExceptionQualityStore.Replayed> replayed,
      List<Words> lacking) {}

  /** Returns how each kind is said and how often it came, by plan. */
  public List<KindQuality> quality(String plan) {
    List<ExceptionQualityStore.Replayed> replayed = quality.of(plan);
    List<SupplyQuality.ViewAccount> told = views.accounts();
    Map<RiskKind, Double> thresholds = find.thresholds(plan);
    List<KindQuality> all = new ArrayList<>();
    for (RiskKind kind : RiskKind.values()) {
      Optional<ExceptionQualityStore.Replayed> of =
          replayed.stream().filter(r -> r.kind() == kind).findFirst();
      all.add(new KindQuality(kind, thresholds.get(kind), of, lacking(kind, of.isPresent(), told)));
    }
    return all;
  }

  private static List<Words> lacking(
      RiskKind kind, boolean measured, List<SupplyQuality.ViewAccount> told) {
    List<Words> lacking = new ArrayList<>();
    Optional.ofNullable(NEEDS.get(kind))
        .ifPresent(
            table ->
                told.stream()
                    .filter(
                        view -> view.account().table() == table && view.account().told().isEmpty())
                    .forEach(
                        view ->
                            lacking.add(Words.of("risk.lacks-view", view.source(), table.view()))));
    if (!measured) {
      lacking.add(Words.of(kind == RiskKind.EXPIRY ? "risk.no-past-lots" : "risk.not-replayed"));
    }
    return lacking;
  }
}
