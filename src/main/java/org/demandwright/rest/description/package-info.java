/**
 * Describes the API to programs, as OpenAPI 3.1: made of the resources themselves, so that it
 * cannot say other than they do, and of the Javadoc of their records, which the build keeps beside
 * the classes.
 *
 * <p>Knows resources by their annotations alone, and is known to nobody.
 */
package org.demandwright.rest.description;
