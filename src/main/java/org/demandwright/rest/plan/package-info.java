/**
 * What is planned, over REST: overrides from draft to published, what is final with them, and what
 * a lead time needs of it.
 *
 * <p>Called by the server; asks {@link org.demandwright.app.plan}.
 */
package org.demandwright.rest.plan;
