/**
 * The sales lines as they were read: what is known since when, what is in quarantine, and whether
 * it adds up with the ERP.
 *
 * <p>A line is written by the import alone, with its history and the sums over it in one
 * transaction.
 */
package org.demandwright.store.intake;
