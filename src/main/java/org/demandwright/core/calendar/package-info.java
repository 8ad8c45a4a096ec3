/**
 * Days on which people buy differently, as covariates that are known far ahead.
 *
 * <p>Features and decisions may ask this package whether a day is special; what a special day does
 * to demand is learned elsewhere. Pure date arithmetic: no clock and no tables to maintain.
 */
package org.demandwright.core.calendar;
