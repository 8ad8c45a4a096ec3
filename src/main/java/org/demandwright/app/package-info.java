/**
 * The use cases: one class each. Doors (batch, schedule, rest, admin) call them; they call {@code
 * core}, {@code erp} and {@code store}. Ports such as {@link org.demandwright.app.JobLauncher} are
 * declared here and implemented at an edge.
 */
package org.demandwright.app;
