package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.store.sql.Sql;

/** Which source tells what of the master data, and what two of them told differently. */
@ApplicationScoped
public class MasterSourceStore {
  private final Sql sql;

  @Inject
  public MasterSourceStore(Sql sql) {
    this.sql = sql;
  }

  MasterSourceStore() {
    this(null);
  }

  /**
   * Of which source an item or a site is.
   *
   * @param kind ITEM or SITE
   */
  public record Owner(MasterKind kind, String org, String code, String source) {}

  /**
   * Writes of which source items and sites are, in place of what was known; others are the first's.
   */
  @Transactional
  public void replaceOwners(Collection<Owner> owners) {
    sql.update("delete from master_owner");
    sql.batch(
        "insert into master_owner (kind, org_id, code, source) values (?, ?, ?, ?)",
        owners.stream()
            .filter(o -> !o.source().equals(SourceStore.FIRST))
            .map(o -> new Object[] {o.kind(), o.org(), o.code(), o.source()})
            .toList());
  }

  /** Returns the source of each item that is not the first source's. */
  public Map<ItemKey, String> itemsOfOthers() {
    Map<ItemKey, String> owners = new HashMap<>();
    sql.list(
        row -> owners.put(new ItemKey(row.getString(1), row.getString(2)), row.getString(3)),
        "select org_id, code, source from master_owner where kind = ?",
        MasterKind.ITEM);
    return owners;
  }

  /**
   * Writes what the last import found to be told differently, in place of what was found before.
   */
  @Transactional
  public void replaceConflicts(List<MasterConflict> conflicts) {
    sql.update("delete from master_conflict");
    List<Object[]> rows = new ArrayList<>();
    for (MasterConflict c : conflicts) {
      rows.add(
          new Object[] {
            rows.size() + 1,
            c.kind(),
            c.org(),
            c.item(),
            c.site(),
            c.what(),
            c.first(),
            c.last(),
            c.taken(),
            c.takenValue(),
            c.other(),
            c.otherValue()
          });
    }
    sql.batch(
        "insert into master_conflict (conflict_no, kind, org_id, item_id, site_id, what, first_day,"
            + " last_day, taken, taken_value, other, other_value)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Returns what is told differently, in the order in which it was found. */
  public List<MasterConflict> conflicts() {
    return sql.list(
        MasterSourceStore::conflict,
        "select kind, org_id, item_id, site_id, what, first_day, last_day, taken, taken_value, other,"
            + " other_value from master_conflict order by conflict_no");
  }

  private static MasterConflict conflict(ResultSet row) throws SQLException {
    return new MasterConflict(
        MasterKind.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, LocalDate.class),
        row.getObject(7, LocalDate.class),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11));
  }
}
