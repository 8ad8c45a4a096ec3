package org.demandwright.store.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.RecordColumns;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What was written into reorder rules of the ERP, with what stood there before. */
@ApplicationScoped
public class ReorderWriteStore {
  private static final RecordColumns<ReorderWrite> COLUMNS = RecordColumns.of(ReorderWrite.class);
  private static final String WRITE = "select " + COLUMNS.names("w") + " from reorder_write w";

  private final Sql sql;

  @Inject
  public ReorderWriteStore(Sql sql) {
    this.sql = sql;
  }

  ReorderWriteStore() {
    this(null);
  }

  /** Which are meant; an empty part means any. */
  public record Filter(
      DataScope scope,
      Optional<ReorderWriteState> state,
      Optional<String> org,
      Optional<String> item,
      Optional<String> site) {}

  /** Notes what is about to be written; returns it under its numbers. */
  @Transactional
  public List<ReorderWrite> begin(List<ReorderWrite> writes) {
    List<Long> numbers = sql.next("reorder_write_no", writes.size());
    List<ReorderWrite> numbered = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (ReorderWrite write : writes) {
      ReorderWrite begun = write.numbered(numbers.get(numbered.size()));
      Object[] row = new Object[COLUMNS.count()];
      COLUMNS.bind(begun, row, 0);
      numbered.add(begun);
      rows.add(row);
    }
    sql.insertAll("reorder_write", COLUMNS.names(), rows);
    return numbered;
  }

  /**
   * What became of one that was begun.
   *
   * @param stamp when the ERP's row was changed by it; empty where it was not
   */
  public record Outcome(long writeNo, Optional<LocalDateTime> stamp) {}

  /** Notes what became of those that were begun. */
  @Transactional
  public void settle(List<Outcome> outcomes) {
    sql.batch(
        "update reorder_write set state = ?, rule_stamp = ? where write_no = ? and state = ?",
        outcomes.stream()
            .map(
                o ->
                    new Object[] {
                      o.stamp().isPresent()
                          ? ReorderWriteState.WRITTEN
                          : ReorderWriteState.NOT_WRITTEN,
                      o.stamp().orElse(null),
                      o.writeNo(),
                      ReorderWriteState.WRITING
                    })
            .toList());
  }

  /**
   * Notes that the old levels are back; what was written into the rule before, and stood there
   * until then, stands there again.
   *
   * @param stamp when the ERP's row was changed by that
   */
  @Transactional
  public void takeBack(ReorderWrite write, LocalDateTime stamp, String by, Instant now) {
    sql.update(
        "update reorder_write set state = ?, taken_back_by = ?, taken_back_at = ?"
            + " where write_no = ?",
        ReorderWriteState.TAKEN_BACK,
        by,
        now,
        write.writeNo());
    sql.update(
        "update reorder_write set rule_stamp = ? where rule_id = ? and state = ?"
            + " and rule_stamp = ?",
        stamp,
        write.ruleId(),
        ReorderWriteState.WRITTEN,
        write.stampBefore());
  }

  /** Returns those of which it is not known what became of them. */
  public List<ReorderWrite> unsettled() {
    return sql.list(
        row -> COLUMNS.read(row, 1),
        WRITE + " where w.state = ? order by w.write_no",
        ReorderWriteState.WRITING);
  }

  /** Returns those behind a number, in their order. */
  public List<ReorderWrite> page(Filter filter, long after, int limit) {
    return sql.list(
        row -> COLUMNS.read(row, 1),
        Query.of(WRITE + " where w.write_no > ?", after)
            .and("w.state = ?", filter.state().map(Enum::name))
            .and("w.org_id = ?", filter.org())
            .and("w.item_id = ?", filter.item())
            .and("w.site_id = ?", filter.site())
            .within(filter.scope(), ScopeColumns.ofSeries("w"))
            .add(" order by w.write_no")
            .first(limit));
  }

  /** Returns one, empty where there is none within the scope. */
  public Optional<ReorderWrite> find(DataScope scope, long writeNo) {
    return sql
        .list(
            row -> COLUMNS.read(row, 1),
            Query.of(WRITE + " where w.write_no = ?", writeNo)
                .within(scope, ScopeColumns.ofSeries("w")))
        .stream()
        .findFirst();
  }
}
