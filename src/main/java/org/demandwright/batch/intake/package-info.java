/**
 * The steps of the import: master data, sales lines, reconciliation, the account.
 *
 * <p>Each chunk's rows and its checkpoint commit together.
 */
package org.demandwright.batch.intake;
