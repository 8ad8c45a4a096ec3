package org.demandwright.erp;

/** The ERPs beside the first one, as many as are configured. */
public interface ErpSources {
  /** Returns what reads the views of a database; nothing is opened before the first read. */
  ErpSource of(ErpDatabase database);
}
