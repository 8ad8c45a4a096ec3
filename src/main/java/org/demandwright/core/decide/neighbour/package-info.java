/**
 * Which items are bought together: documents are baskets, pairs of items are counted in them and
 * held against what chance alone would bring together.
 *
 * <p>What lives here: pure functions of baskets. Use cases of the word decide call it. What does
 * not belong: what counts as a basket of a company, and who may see it.
 */
package org.demandwright.core.decide.neighbour;
