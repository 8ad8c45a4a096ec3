/**
 * What the demand lines of each series add up to, and what the inspections of the demand found, run
 * by run.
 *
 * <p>Sums are counted from the lines and findings point at them; they change no line.
 */
package org.demandwright.store.quality;
