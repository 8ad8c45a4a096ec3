/**
 * Events, signals and corrections that programs enter.
 *
 * <p>What is wrong with a body is refused with the place and what to do.
 */
package org.demandwright.rest.demand;
