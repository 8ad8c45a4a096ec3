/**
 * The REST door, {@code /api/v1}: what programs read and start, by the words of the house.
 *
 * <p>Resources check and translate, use cases in {@code org.demandwright.app} decide. Requests and
 * answers have their own records, nested in the resource that speaks them; errors are problem
 * details (RFC 9457).
 */
package org.demandwright.rest;
