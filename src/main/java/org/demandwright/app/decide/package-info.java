/**
 * What follows from a forecast: stock that is needed and what it is planned by, out of the figures
 * of a version that are final and of what the ERPs tell of supply.
 */
package org.demandwright.app.decide;
