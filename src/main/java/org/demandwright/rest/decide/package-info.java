/**
 * What follows from forecasts, over REST: stock that is needed, what it is planned by, and what is
 * suggested to be bought.
 */
package org.demandwright.rest.decide;
