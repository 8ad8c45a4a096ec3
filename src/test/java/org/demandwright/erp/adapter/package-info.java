/**
 * The adapters of {@code sql/erp} on real databases of their ERPs: a small hand-made fixture of
 * each ERP's tables, and the dump of a real one where it lies beside the project. What a test
 * expects is worked out from the ERP's own tables, never through the views that it judges.
 */
package org.demandwright.erp.adapter;
