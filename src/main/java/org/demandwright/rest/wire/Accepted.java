package org.demandwright.rest.wire;

/**
 * The answer to a request whose work goes on: 202, and {@code Location} where to watch it.
 *
 * @param entity what is known of the work
 * @param path where to watch it, below the root of the API and without a slash in front
 */
public record Accepted<R extends Record>(R entity, String path) {}
