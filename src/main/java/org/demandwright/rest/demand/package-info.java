/**
 * Events, signals, corrections and links between items that programs enter.
 *
 * <p>What is wrong with a body is refused with the place and what to do.
 */
package org.demandwright.rest.demand;
