/**
 * Jobs, their executions, and the plans by which they forecast.
 *
 * <p>Starting needs the role of an administrator.
 */
package org.demandwright.rest.run;
