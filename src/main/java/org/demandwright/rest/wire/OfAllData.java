package org.demandwright.rest.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or one operation of it, that cannot be had for a part of the data: what it says or
 * does concerns all of it. Whoever may see a part alone is answered 403.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OfAllData {}
