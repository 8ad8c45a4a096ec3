package org.demandwright.rest.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource whose requests or answers hold secrets, such as a password, that are kept nowhere:
 * also not under an {@code Idempotency-Key}, which is refused there.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ToldOnce {}
