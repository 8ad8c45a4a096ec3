package org.demandwright.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.UUID;
import org.demandwright.store.sql.Sql;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreExceptionTest {
  @ParameterizedTest
  @CsvSource({
    "08006, An I/O error occurred while sending to the backend, true",
    "57P01, terminating connection due to administrator command, true",
    "57P03, the database system is starting up, true",
    "53300, too many clients already, true",
    "53100, could not extend file: No space left on device, true",
    "23505, duplicate key value, false",
    "42P01, relation does not exist, false",
    "22001, value too long, false"
  })
  void a_database_that_does_not_serve_is_told_from_a_refused_statement(
      String state, String said, boolean away) {
    assertThat(StoreException.of(new SQLException(said, state)).isAway()).isEqualTo(away);
  }

  @ParameterizedTest
  @CsvSource({
    "53100, 0, konnte Datei nicht erweitern, true",
    "58030, 0, could not write block, true",
    "90028, 90028, IO Exception: {0}, true",
    "90031, 90031, 'Ausnahme: \"Kein Speicherplatz\"', true",
    "53200, 0, out of memory, false",
    "08006, 0, broken off, false"
  })
  void a_full_disk_is_told_by_its_code_in_any_language(
      String state, int code, String said, boolean full) {
    StoreException failure = StoreException.of(new SQLException(said, state, code));
    assertThat(failure.isFull()).isEqualTo(full);
    assertThat(failure.told()).contains(full ? StoreException.FULL : StoreException.AWAY);
  }

  @Test
  void no_connection_is_away_whatever_the_pool_calls_it() {
    StoreException none =
        StoreException.unreachable(new SQLException("Error in allocating a connection"));
    assertThat(none.isAway()).isTrue();
    assertThat(none).hasMessageContaining("does not answer").hasMessageContaining("dw.store.url");
  }

  @Test
  void a_transaction_that_has_failed_gets_none_though_the_database_serves() {
    SQLException marked =
        new SQLException("Error in allocating a connection: Transaction marked for rollback");
    assertThat(StoreException.unreachable(marked).isAway()).isFalse();
  }

  @Test
  void the_network_stands_behind_what_a_driver_says() {
    assertThat(StoreException.of(new SQLException("failed", new ConnectException("x"))).isAway())
        .isTrue();
  }

  @Test
  void a_real_database_that_is_not_there() {
    JdbcDataSource nobody = new JdbcDataSource();
    nobody.setURL("jdbc:h2:tcp://localhost:1/" + UUID.randomUUID());
    try {
      new Sql(nobody).number("select 1");
    } catch (StoreException e) {
      assertThat(e.isAway()).isTrue();
      return;
    }
    throw new AssertionError("a connection to nobody");
  }
}
