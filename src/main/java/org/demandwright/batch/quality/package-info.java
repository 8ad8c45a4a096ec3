/**
 * The steps of the inspection: sources first, then series by series.
 *
 * <p>What is found is written in place of what the same run had found before.
 */
package org.demandwright.batch.quality;
