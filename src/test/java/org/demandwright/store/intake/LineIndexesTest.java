package org.demandwright.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.demandwright.store.Stores;
import org.demandwright.store.sql.Sql;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineIndexesTest {
  private Sql sql;
  private LineIndexes indexes;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    sql = Stores.of(database).sql();
    indexes = new LineIndexes(sql);
  }

  @Test
  void builtAnewTheyAreThoseOfTheMigrations() {
    List<String> before = names();
    indexes.drop();
    assertThat(names()).hasSize(before.size() - 6);
    indexes.build();
    assertThat(names()).isEqualTo(before);
  }

  @Test
  void whatIsThereOrGoneAlreadyIsLeftAlone() {
    List<String> before = names();
    indexes.build();
    assertThat(names()).isEqualTo(before);
    indexes.drop();
    indexes.drop();
    indexes.build();
    assertThat(names()).isEqualTo(before);
  }

  /** Returns the columns of all indexes of the lines but for that of the key. */
  private List<String> names() {
    return sql.list(
        row -> row.getString(1) + " " + row.getString(2) + " " + row.getInt(3),
        "select index_name, column_name, ordinal_position from information_schema.index_columns"
            + " where table_name = 'SALES_LINE' and index_name not like 'PRIMARY%'"
            + " order by 1, 3");
  }
}
