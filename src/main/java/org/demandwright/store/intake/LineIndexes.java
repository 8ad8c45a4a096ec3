package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.store.sql.Sql;

/**
 * The indexes of {@code sales_line} that only readers need. A first load goes without them and
 * builds them from all its lines at once, which costs a fraction. They are made outside of any
 * transaction: some databases commit on such statements.
 */
@ApplicationScoped
public class LineIndexes {
  /** As the migrations made them. */
  private static final Map<String, String> COLUMNS =
      new TreeMap<>(
          Map.of(
              "sales_line_series", "(series_id, booked_on)",
              "sales_line_document", "(document_no)",
              "sales_line_changed", "(changed_at, line_id)",
              "sales_line_customer", "(customer_id)"));

  private final Sql sql;

  @Inject
  LineIndexes(Sql sql) {
    this.sql = sql;
  }

  LineIndexes() {
    this(null);
  }

  /** Lets the lines be without these indexes until they are built. */
  @Transactional(TxType.NOT_SUPPORTED)
  public void drop() {
    COLUMNS.keySet().forEach(name -> sql.update("drop index if exists " + name));
  }

  /** Builds those that are not there. */
  @Transactional(TxType.NOT_SUPPORTED)
  public void build() {
    COLUMNS.forEach(
        (name, columns) ->
            sql.update("create index if not exists " + name + " on sales_line " + columns));
  }
}
