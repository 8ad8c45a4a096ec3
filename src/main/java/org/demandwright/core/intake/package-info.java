/**
 * What a booked line must fulfil to count, on which days it can have been booked, what kits consist
 * of, and which of several sources counts where they tell different prices, stock or master data.
 *
 * <p>Called by {@code app.intake} and by whoever checks a file. Where rows come from and where they
 * go does not belong here.
 */
package org.demandwright.core.intake;
