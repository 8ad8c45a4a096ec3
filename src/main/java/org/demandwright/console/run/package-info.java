/**
 * The page of jobs and runs.
 *
 * <p>It shows what {@code app.run} knows; live while a run is under way.
 */
package org.demandwright.console.run;
