/**
 * What is planned, over REST: what is final with what planners put over it, and what a lead time
 * needs of it.
 *
 * <p>Called by the server; asks {@link org.demandwright.app.plan}.
 */
package org.demandwright.rest.plan;
