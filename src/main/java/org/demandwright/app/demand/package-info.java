/**
 * What people say about demand: corrections, events, signals, planned promotions, and links between
 * items that follow each other.
 *
 * <p>Each takes effect with the next version; raw demand stays as it was read.
 */
package org.demandwright.app.demand;
