package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.SqlScript;
import org.demandwright.erp.adapter.ErpAdapter.Status;
import org.demandwright.erp.adapter.ErpInspection.Limits;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Over the tables of real ERPs: recognised, installed twice and taken back by the product itself.
 */
class ReleasedAdaptersIT {
  private static final AdapterCatalog CATALOG = AdapterCatalog.packed();

  @ParameterizedTest
  @CsvSource({"odoo, 14", "tryton, 6", "dolibarr, 3.8", "ofbiz, 10.04"})
  void is_recognised_installed_checked_and_taken_back(String erp, String version)
      throws SQLException {
    ErpAdapter adapter = CATALOG.adapter(erp);
    TestDatabase owner = create(adapter);
    try (Connection connection = owner.open()) {
      SqlScript.of("erp/" + erp + "/fixture.sql").run(connection);
      Recognition.Candidate found =
          ErpInspection.recognise(connection, CATALOG, Limits.USUAL).chosen().orElseThrow();
      assertThat(found.adapter()).isEqualTo(adapter);
      assertThat(found.version().id()).isEqualTo(version);
      assertThat(found.exact()).isTrue();
      assertThat(found.version().status()).isEqualTo(Status.RELEASED);
      TestDatabase reader = reader(owner, erp);
      assertThat(install(connection, adapter, version, reader.user()).keeps()).isEmpty();
      ViewInstallation.Result again = install(connection, adapter, version, "");
      assertThat(again.creates()).isEmpty();
      assertThat(again.keeps()).allMatch(name -> name.startsWith("dw_setting"));
      isReadable(reader, erp);
      ViewInstallation.drop(adapter, version).statements().run(connection);
      assertThat(ErpInspection.check(connection, CATALOG, Limits.USUAL).views())
          .noneMatch(ErpReport.View::there);
    }
  }

  /** What is in the views is the business of each adapter's own test. */
  private static void isReadable(TestDatabase reader, String erp) throws SQLException {
    try (Connection connection = reader.open()) {
      ErpReport report = ErpInspection.check(connection, CATALOG, Limits.USUAL);
      assertThat(report.views()).allSatisfy(v -> assertThat(v.problems()).as(v.name()).isEmpty());
      assertThat(report.rights()).isEmpty();
      assertThat(report.unfinished()).isEmpty();
      assertThat(report.checks()).allMatch(c -> c.failure().isEmpty());
      assertThat(report.recognition().installed().orElseThrow().erp()).isEqualTo(erp);
      assertThat(report.lines().orElseThrow().total()).isPositive();
    }
  }

  private static ViewInstallation.Result install(
      Connection connection, ErpAdapter adapter, String version, String grantTo)
      throws SQLException {
    ViewInstallation.Result result =
        ViewInstallation.install(
            connection,
            new ViewInstallation.Wish(
                adapter,
                version,
                Map.of(),
                Optional.of(grantTo).filter(user -> !user.isEmpty()),
                false,
                false,
                false));
    assertThat(result.failure()).isEmpty();
    return result;
  }

  private static TestDatabase create(ErpAdapter adapter) throws SQLException {
    return adapter.databases().contains(Dialect.MARIADB)
        ? SharedMariaDb.create("released")
        : SharedPostgres.create("released");
  }

  private static TestDatabase reader(TestDatabase owner, String erp) throws SQLException {
    String user = "released_" + erp;
    owner.run(
        owner.url().startsWith("jdbc:mariadb:")
            ? "create user " + user + "@'%' identified by 'p'"
            : "create role " + user + " login password 'p'");
    return owner.as(user, "p");
  }
}
