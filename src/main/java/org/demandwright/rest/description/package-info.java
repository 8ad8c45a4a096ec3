/**
 * Describes the API to programs, as OpenAPI 3.1: made of the resources themselves, so that it
 * cannot say other than they do.
 *
 * <p>Knows resources by their annotations alone, and is known to nobody.
 */
package org.demandwright.rest.description;
