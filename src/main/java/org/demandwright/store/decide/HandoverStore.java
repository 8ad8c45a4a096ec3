package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.RecordColumns;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What is handed over to the ERP, and what became of it. */
@ApplicationScoped
public class HandoverStore {
  private static final RecordColumns<Handover> COLUMNS = RecordColumns.of(Handover.class);
  private static final String HANDOVER = "select " + COLUMNS.names("h") + " from handover h";

  private final Sql sql;

  @Inject
  public HandoverStore(Sql sql) {
    this.sql = sql;
  }

  HandoverStore() {
    this(null);
  }

  /** Which are meant; an empty part means any. */
  public record Filter(
      DataScope scope,
      Optional<HandoverState> state,
      Optional<SuggestionKind> kind,
      Optional<String> org,
      Optional<String> site,
      Optional<String> vendor) {}

  /** Hands something over. */
  @Transactional
  public void add(Handover handover) {
    sql.update(
        "insert into handover (%s) values (%s)"
            .formatted(COLUMNS.names(), "?" + ", ?".repeat(COLUMNS.count() - 1)),
        values(handover.numbered(sql.next("handover_no"))));
  }

  private static Object[] values(Handover handover) {
    Object[] values = new Object[COLUMNS.count()];
    COLUMNS.bind(handover, values, 0);
    return values;
  }

  /** Returns those behind a number, in their order. */
  public List<Handover> page(Filter filter, long after, int limit) {
    return sql.list(
        row -> COLUMNS.read(row, 1),
        Query.of(HANDOVER + " where h.handover_no > ?", after)
            .and("h.state = ?", filter.state().map(Enum::name))
            .and("h.kind = ?", filter.kind().map(Enum::name))
            .and("h.org_id = ?", filter.org())
            .and("h.site_id = ?", filter.site())
            .and("h.vendor_id = ?", filter.vendor())
            .within(filter.scope(), ScopeColumns.ofSeries("h"))
            .add(" order by h.handover_no")
            .first(limit));
  }

  /** Returns one, empty where there is none within the scope. */
  public Optional<Handover> find(DataScope scope, long handoverNo) {
    return sql
        .list(
            row -> COLUMNS.read(row, 1),
            Query.of(HANDOVER + " where h.handover_no = ?", handoverNo)
                .within(scope, ScopeColumns.ofSeries("h")))
        .stream()
        .findFirst();
  }

  /** Returns what was handed over last of a suggestion. */
  public Optional<Handover> newest(long suggestionNo) {
    return sql.first(
        row -> COLUMNS.read(row, 1),
        HANDOVER + " where h.suggestion_no = ? order by h.handover_no desc limit 1",
        suggestionNo);
  }

  /**
   * What became of one.
   *
   * @param documentNo the ERP's number of its order; empty where it has none
   * @param reason why it does not take it; empty where it does
   */
  public record Settlement(
      HandoverState state,
      Optional<String> documentNo,
      Optional<String> reason,
      String by,
      Instant at) {}

  /**
   * Notes what became of one that is waiting.
   *
   * @return whether it was waiting
   */
  @Transactional
  public boolean settle(long handoverNo, Settlement settlement) {
    return sql.update(
            "update handover set state = ?, document_no = ?, reason = ?, settled_by = ?,"
                + " settled_at = ? where handover_no = ? and state = ?",
            settlement.state(),
            settlement.documentNo().orElse(null),
            settlement.reason().orElse(null),
            settlement.by(),
            settlement.at(),
            handoverNo,
            HandoverState.WAITING)
        == 1;
  }
}
