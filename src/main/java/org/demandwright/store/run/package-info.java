/**
 * The runs of the jobs, by when they fire, on which day they think they are, and by which plan's
 * settings they forecast; and the leases of what members work on beside the pipeline.
 *
 * <p>The batch runtime's own tables are read here and nowhere else.
 */
package org.demandwright.store.run;
