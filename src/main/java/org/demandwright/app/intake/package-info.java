/**
 * What becomes of the rows of a source, and up to which day a run knows demand.
 *
 * <p>Readers and writers of {@code batch.intake} drive it chunk by chunk.
 */
package org.demandwright.app.intake;
