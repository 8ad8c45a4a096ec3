/**
 * Jobs and their runs: what can be started by whom, what runs, how it went, and by which settings
 * the nights forecast.
 *
 * <p>{@link org.demandwright.app.run.JobLauncher} is the port to the batch runtime; {@link
 * org.demandwright.app.run.SideRuns} does what was asked for beside the pipeline.
 */
package org.demandwright.app.run;
