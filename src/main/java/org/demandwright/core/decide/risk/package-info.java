/**
 * What may go wrong with the stock of an item at a site, each kind in a class of its own that tells
 * how likely or how far it is, what is at stake in base units, the figures that it rests on, and a
 * sentence; and the replay of the past that measures how often each was right.
 *
 * <p>What lives here: pure functions of what was known on a day. Use cases of the word decide call
 * it. What does not belong: money, which depends on rates and prices, and where an exception that
 * is there again is known from (the store).
 */
package org.demandwright.core.decide.risk;
