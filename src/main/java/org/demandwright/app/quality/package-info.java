/**
 * The ledger of data quality: what became of every row, and what looks wrong in the demand.
 *
 * <p>It reads what the import and the inspection left; corrections are {@code app.demand}'s.
 */
package org.demandwright.app.quality;
