package org.demandwright.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class RecordColumnsTest {
  private static final RecordColumns<Row> COLUMNS = RecordColumns.of(Row.class);

  /** A row with each kind of column. */
  public record Row(
      String theName,
      BigDecimal amount,
      Long key,
      Boolean known,
      LocalDate day,
      LocalDateTime changedAt,
      boolean sure,
      long count) {}

  /** A row with something that is no column. */
  public record Odd(Thread thread) {}

  @Test
  void aComponentIsTheColumnOfItsName() {
    assertThat(COLUMNS.names())
        .isEqualTo("the_name, amount, key, known, day, changed_at, sure, count");
    assertThat(COLUMNS.names("r")).startsWith("r.the_name, r.amount");
  }

  @Test
  void whatIsBoundIsRead() throws SQLException {
    Row full =
        new Row(
            "tea",
            new BigDecimal("2.500"),
            7L,
            false,
            LocalDate.of(2024, 2, 29),
            LocalDateTime.of(2024, 3, 31, 2, 30, 0, 1_000),
            true,
            3);
    Row bare = new Row(null, null, null, null, null, null, false, 0);
    assertThat(roundTrip(full)).isEqualTo(full);
    assertThat(roundTrip(bare)).isEqualTo(bare);
  }

  @Test
  void whereTwoRecordsDifferIsToldByColumn() {
    Row a = new Row("tea", BigDecimal.ONE, 1L, null, null, null, false, 0);
    Row b = new Row("tea", BigDecimal.TEN, 1L, true, null, null, false, 0);
    assertThat(COLUMNS.differing(a, a)).isEmpty();
    assertThat(COLUMNS.differing(a, b)).containsExactly("amount", "known");
  }

  @Test
  void aComponentThatNoColumnHoldsIsRefused() {
    assertThatThrownBy(() -> RecordColumns.of(Odd.class)).hasMessageContaining("Thread");
  }

  private static Row roundTrip(Row row) throws SQLException {
    Object[] values = new Object[1 + COLUMNS.count()];
    values[0] = "before";
    COLUMNS.bind(row, values, 1);
    try (Connection c = DriverManager.getConnection("jdbc:h2:mem:");
        PreparedStatement s =
            c.prepareStatement(
                "select ?, cast(? as varchar), cast(? as numeric(9, 3)), cast(? as bigint),"
                    + " cast(? as boolean), cast(? as date), cast(? as timestamp(6)),"
                    + " cast(? as boolean), cast(? as bigint)")) {
      for (int i = 0; i < values.length; i++) {
        s.setObject(i + 1, values[i]);
      }
      try (ResultSet found = s.executeQuery()) {
        found.next();
        return COLUMNS.read(found, 2);
      }
    }
  }
}
