package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitedQueriesTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Test
  void a_connection_goes_back_to_its_pool_without_a_limit() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:limited");
        Statement other = connection.createStatement()) {
      LimitedQueries queries = new LimitedQueries(connection, LIMIT, LIMIT);

      assertThat(queries.list("select 1", 1, row -> other.getQueryTimeout()))
          .as("while a query runs")
          .hasSize(1)
          .allMatch(seconds -> seconds > 0);
      assertThat(other.getQueryTimeout()).isZero();
      assertThatThrownBy(() -> queries.list("select 1 / ?", 1, row -> row.getInt(1), 0))
          .isInstanceOf(SQLException.class);
      assertThat(other.getQueryTimeout()).isZero();
    }
  }
}
