package org.demandwright.rest.wire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The orders that a list can have, the usual one first: members parted by commas, with {@code -} in
 * front where the largest comes first. Only orders that an index serves and that end in a key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sorted {
  String[] value();
}
