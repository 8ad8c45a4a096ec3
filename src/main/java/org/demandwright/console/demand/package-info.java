/**
 * What people enter about demand.
 *
 * <p>Forms only; {@code app.demand} judges and keeps what they say.
 */
package org.demandwright.console.demand;
