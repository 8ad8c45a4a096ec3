/**
 * What the ERP tells: sales lines, items, sites, prices, promotions, stock. Read-only, through the
 * canonical views of {@code sql/erp/CONTRACT.md}.
 *
 * <p>Callers import from this package only; {@code erp.jpa} (views through JPA) and {@code
 * erp.file} (order lines in files) are found by CDI or started by a command.
 */
package org.demandwright.erp;
