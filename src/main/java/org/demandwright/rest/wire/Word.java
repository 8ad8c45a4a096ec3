package org.demandwright.rest.wire;

/** An enum whose constants callers know by other words than their names. */
public interface Word {
  String word();
}
