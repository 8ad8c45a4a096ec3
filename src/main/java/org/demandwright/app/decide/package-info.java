/**
 * What follows from a forecast: stock that is needed and what it is planned by, out of the figures
 * of a version that are final and of what the ERPs tell of supply; what is suggested, answered,
 * released by rules and handed over to the ERP, reorder rules written there among it; what may go
 * wrong; what prices and promotions do; what is bought together; and what other ways of ordering
 * would have cost.
 */
package org.demandwright.app.decide;
