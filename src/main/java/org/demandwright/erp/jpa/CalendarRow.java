package org.demandwright.erp.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A row of {@code dw_calendar}. */
@Entity
@Table(name = "dw_calendar")
class CalendarRow {
  @Id
  @Column(name = "event_date")
  LocalDate eventDate;

  @Column(name = "event_name")
  String eventName;

  @Column(name = "kind")
  String kind;

  @Column(name = "site_id")
  String siteId;

  CalendarRow() {}
}
