/**
 * The artifacts of the batch jobs in {@code batch-jobs/}: readers only read, processors translate
 * and let {@code core} decide, writers alone change the world inside the chunk's transaction, and a
 * checkpoint is a value. Every step can be run again: what it wrote before is replaced.
 *
 * <p>{@code batch.jberet} joins them to the batch runtime and is the only place that knows it.
 */
package org.demandwright.batch;
