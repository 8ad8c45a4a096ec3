package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code dw_site}. */
@Entity
@Table(name = "dw_site")
class SiteRow {
  @Column(name = "org_id")
  String orgId;

  @Id
  @Column(name = "site_id")
  String siteId;

  @Column(name = "site_name")
  String siteName;

  SiteRow() {}
}
