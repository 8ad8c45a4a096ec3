/**
 * The page of data quality: account, findings, quarantine, corrections.
 *
 * <p>Tables of what {@code app.quality} answers; nothing is computed here.
 */
package org.demandwright.console.quality;
