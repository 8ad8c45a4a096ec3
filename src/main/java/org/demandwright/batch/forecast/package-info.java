/**
 * The steps that make a version: snapshot, global models, leak audit, contest, bands, rows,
 * publication, purge.
 *
 * <p>A series that fails, fails alone, and its failure is a row.
 */
package org.demandwright.batch.forecast;
