package org.demandwright.store.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.Words;
import org.demandwright.store.source.ErasureStore.Counts;
import org.demandwright.store.sql.Sql;

/**
 * Every row that names a customer: lines, what they were before, rows set aside, findings, marks.
 */
@ApplicationScoped
public class CustomerRows {
  /** As {@code ChangedSales} numbers thirteen weeks. */
  private static final String SPAN =
      "cast(floor((extract(epoch from booked_on) / 86400 + 3) / 91) as int)";

  private final Sql sql;

  @Inject
  public CustomerRows(Sql sql) {
    this.sql = sql;
  }

  CustomerRows() {
    this(null);
  }

  /** Returns how many rows name a customer. */
  public Counts count(String code) {
    return new Counts(
        number("sales_line where customer_id = ?", code),
        number("sales_line_history where customer_id = ?", code),
        number("pushed_line where customer_id = ?", code),
        number("quarantine where position(? in raw) > 0", raw(code)),
        number("quality_issue where lines_customer = ?", code),
        number("not_demand where customer_id = ?", code));
  }

  private long number(String rows, String value) {
    return sql.number("select count(*) from " + rows, value);
  }

  /**
   * Puts another name in the place of a customer's code wherever it stands, in one transaction, and
   * returns how many rows named it. No quantity changes, and no line counts as changed.
   */
  @Transactional
  public Counts rename(String code, String name) {
    forgetSums(code);
    return new Counts(
        sql.update("update sales_line set customer_id = ? where customer_id = ?", name, code),
        sql.update(
            "update sales_line_history set customer_id = ? where customer_id = ?", name, code),
        sql.update("update pushed_line set customer_id = ? where customer_id = ?", name, code),
        sql.update(
            "update quarantine set raw = replace(raw, ?, ?) where position(? in raw) > 0",
            raw(code),
            raw(name),
            raw(code)),
        renameInFindings(code, name),
        sql.update("update not_demand set customer_id = ? where customer_id = ?", name, code));
  }

  /** Sums name customers, too: those that may are counted anew from the lines. */
  private void forgetSums(String code) {
    sql.update(
        "insert into changed_sales (series_id, span) select distinct series_id, "
            + SPAN
            + " from sales_line where customer_id = ? and excluded_because is null"
            + " and series_id is not null",
        code);
    sql.update(
        "delete from sales_sums where exists (select 1 from changed_sales c"
            + " where c.series_id = sales_sums.series_id and c.span = sales_sums.span)");
  }

  private int renameInFindings(String code, String name) {
    List<Object[]> told =
        sql.list(
            row ->
                new Object[] {
                  name, renamed(Words.parse(row.getString(2)), code, name).text(), row.getLong(1)
                },
            "select issue_id, meaning from quality_issue where lines_customer = ?",
            code);
    sql.batch("update quality_issue set lines_customer = ?, meaning = ? where issue_id = ?", told);
    return told.size();
  }

  private static Words renamed(Words words, String code, String name) {
    List<Object> arguments = new ArrayList<>();
    for (Object argument : words.arguments()) {
      arguments.add(
          argument instanceof Words inner
              ? renamed(inner, code, name)
              : argument.equals(code) ? name : argument);
    }
    return new Words(words.key(), arguments);
  }

  /** The member of a row that was set aside. */
  private static String raw(String code) {
    String member = Json.createObjectBuilder().add("customer_id", code).build().toString();
    return member.substring(1, member.length() - 1);
  }
}
