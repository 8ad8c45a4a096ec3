package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.demandwright.erp.adapter.ErpAdapter.Status;
import org.demandwright.erp.adapter.Recognition.Candidate;
import org.demandwright.server.SharedMariaDb;
import org.demandwright.server.SharedPostgres;
import org.demandwright.server.TestDatabase;
import org.junit.jupiter.api.Test;

/** Drafts for ERPs of which no database is at hand: their views fit tables made by reading. */
class DraftAdapterIT {
  @Test
  void erpnext_is_recognised_and_its_views_fit() throws SQLException {
    AdapterFixture erpnext = tables(SharedMariaDb.create("erpnext"), "erpnext");
    erpnext.owner().run("insert into `tabInstalled Application` values ('erpnext', '15.38.1')");

    isRecognisedAs(erpnext, "erpnext", "14");
    fits(erpnext, "erpnext", "14");
  }

  @Test
  void idempiere_is_recognised_and_its_views_fit() throws SQLException {
    AdapterFixture idempiere = tables(SharedPostgres.create("idempiere"), "idempiere");
    idempiere.owner().run("drop table m_storage, m_product_bom");

    isRecognisedAs(idempiere, "idempiere", "idempiere");
    fits(idempiere, "idempiere", "idempiere");
  }

  @Test
  void adempiere_is_recognised_and_its_views_fit() throws SQLException {
    AdapterFixture adempiere = tables(SharedPostgres.create("adempiere"), "idempiere");
    adempiere.owner().run("drop table m_storageonhand, m_storagereservation, pp_product_bom");

    isRecognisedAs(adempiere, "idempiere", "adempiere");
    fits(adempiere, "idempiere", "adempiere");
  }

  private static AdapterFixture tables(TestDatabase empty, String erp) throws SQLException {
    AdapterFixture fixture = new AdapterFixture(empty);
    fixture.run("erp/" + erp + "/tables.sql");
    return fixture;
  }

  private static void isRecognisedAs(AdapterFixture fixture, String erp, String version)
      throws SQLException {
    Candidate candidate = fixture.recognition().chosen().orElseThrow();
    assertThat(candidate.adapter().erp()).isEqualTo(erp);
    assertThat(candidate.version().id()).isEqualTo(version);
    assertThat(candidate.version().status()).isEqualTo(Status.DRAFT);
    assertThat(candidate.exact()).isTrue();
  }

  private static void fits(AdapterFixture fixture, String erp, String version) throws SQLException {
    fixture.install(erp, version, Map.of());
    TestDatabase reader = fixture.reader();
    assertThat(AdapterFixture.wrongColumns(reader)).isEmpty();
    assertThat(AdapterFixture.problems(reader)).isEmpty();
    assertThat(AdapterFixture.rows(reader, "select adapter_status, contract from dw_adapter"))
        .containsExactly("DRAFT|2");
  }
}
