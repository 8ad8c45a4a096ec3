package org.demandwright.rest.wire;

/**
 * The answer to a request that made something: 201, {@code Location} and the thing.
 *
 * @param entity what was made
 * @param id by which the address of the request, with it behind, leads to the thing
 */
public record Created<R extends Record>(R entity, String id) {
  public Created(R entity, long id) {
    this(entity, Long.toString(id));
  }
}
