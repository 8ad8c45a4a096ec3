package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code dw_site}. */
@Entity
@Table(name = "dw_site")
class SiteRow {
  @Id
  @Column(name = "site_id")
  String siteId;

  @Column(name = "site_name")
  String siteName;

  SiteRow() {}
}
