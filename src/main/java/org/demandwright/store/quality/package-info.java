/**
 * What the inspections of the demand found, run by run.
 *
 * <p>Findings point at series and lines; they change neither.
 */
package org.demandwright.store.quality;
