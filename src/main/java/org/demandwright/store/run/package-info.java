/**
 * The runs of the jobs, by when they fire, on which day they think they are, and by which plan's
 * settings they forecast.
 *
 * <p>The batch runtime's own tables are read here and nowhere else.
 */
package org.demandwright.store.run;
