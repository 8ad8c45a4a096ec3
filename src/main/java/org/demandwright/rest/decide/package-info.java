/**
 * What follows from forecasts, over REST: stock that is needed, what it is planned by, what is
 * suggested and answered, what rules release, what the ERP is handed, and what may go wrong; what
 * another price would do, what promotions do and need, what is bought together, simulations.
 */
package org.demandwright.rest.decide;
