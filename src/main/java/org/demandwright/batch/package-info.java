/**
 * The artifacts of the batch jobs in {@code batch-jobs/}, by the words of the house.
 *
 * <p>Readers only read, processors translate, writers write; rules live in {@code core} and {@code
 * app}. {@code batch.jberet} is the only place that knows the runtime.
 */
package org.demandwright.batch;
