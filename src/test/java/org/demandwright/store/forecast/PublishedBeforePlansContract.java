package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.demandwright.store.Stores;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.sql.SchemaMigration;
import org.demandwright.store.sql.Sql;
import org.junit.jupiter.api.Test;

/** What readers saw before there were several plans, they see of the plan that there always is. */
abstract class PublishedBeforePlansContract {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00Z");

  /** The newest schema with one publication for all. */
  private static final String BEFORE = "31";

  /** Returns an empty database. */
  abstract DataSource database() throws SQLException;

  @Test
  void whatWasPublishedIsPublishedOfThePlanThatThereAlwaysIs() throws SQLException {
    DataSource database = database();
    SchemaMigration.of(database).target(BEFORE).load().migrate();
    Sql sql = new Sql(database);
    sql.update("insert into publication values (1, 42, ?, 'ann', true)", NOW);
    sql.update("insert into publication_log values (?, 42, 7, 'ann', 'PUBLISH')", NOW);

    VersionStore versions = Stores.of(database).versions();
    assertThat(versions.publication(PlanStore.DEFAULT))
        .contains(new VersionStore.Publication(42, NOW, "ann", true));
    assertThat(sql.first(row -> row.getString(1), "select plan_name from publication_log"))
        .isEqualTo(Optional.of(PlanStore.DEFAULT));
  }

  @Test
  void whereNothingWasPublishedNothingIs() throws SQLException {
    DataSource database = database();
    SchemaMigration.of(database).target(BEFORE).load().migrate();
    assertThat(Stores.of(database).versions().publication(PlanStore.DEFAULT)).isEmpty();
  }
}
