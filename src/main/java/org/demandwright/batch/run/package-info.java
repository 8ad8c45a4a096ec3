/**
 * What every run does whatever its job: record what went wrong, give the lease back.
 *
 * <p>An artifact that ends its job on purpose throws {@link org.demandwright.app.run.JobFailure}.
 */
package org.demandwright.batch.run;
