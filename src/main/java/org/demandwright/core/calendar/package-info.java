/**
 * Days on which people buy differently, as covariates that are known far ahead.
 *
 * <p>{@link org.demandwright.core.calendar.Holiday} is a short list of Western days that needs no
 * setting; {@link org.demandwright.core.calendar.HolidayCalendar} gives the holidays of a region,
 * by Jollyday for the world and by a table of our own for China. Features and the steps that
 * prepare a run may ask this package; what a special day does to demand is learned elsewhere. No
 * clock.
 */
package org.demandwright.core.calendar;
