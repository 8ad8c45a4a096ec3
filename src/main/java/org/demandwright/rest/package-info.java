/**
 * The REST door, {@code /api/v1}: what programs read and start. Requests and answers have their own
 * records, nested in the resource that speaks them; decimals travel as strings, time as ISO 8601.
 *
 * <p>Resources check and translate, use cases in {@code org.demandwright.app} decide. Nothing here
 * touches a database or a batch runtime. Whatever goes wrong leaves as problem details (RFC 9457)
 * through {@link org.demandwright.rest.ProblemMapper}.
 */
package org.demandwright.rest;
