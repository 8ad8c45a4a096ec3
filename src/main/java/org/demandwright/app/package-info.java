/**
 * The use cases: one class each, by the words of the house; here is what all words share.
 *
 * <p>Doors (batch, schedule, rest, console) call them; they call {@code core}, {@code erp}, {@code
 * file} and {@code store}. What a use case needs from a door it declares as a port, which CDI
 * fills. A later word may know an earlier one, never the reverse.
 */
package org.demandwright.app;
