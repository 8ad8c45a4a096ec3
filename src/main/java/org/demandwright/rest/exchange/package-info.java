/**
 * The resources by which other systems follow what is published, take all of it at once and are
 * told of it.
 *
 * <p>They call use cases of {@link org.demandwright.app.exchange}; figures themselves are those of
 * the words before.
 */
package org.demandwright.rest.exchange;
