/**
 * What the ERP tells: sales lines, items, sites, prices, promotions, stock. Read-only, through the
 * canonical views of {@code sql/erp/CONTRACT.md}; only {@code erp.reorder} writes, when somebody
 * asks for it.
 *
 * <p>Which ERP it is, and whether its views are right, is found out in {@code erp.adapter}; {@code
 * erp.jpa} reads the views through JPA and is found by CDI.
 */
package org.demandwright.erp;
