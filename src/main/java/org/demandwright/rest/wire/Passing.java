package org.demandwright.rest.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member of an answer that becomes another though nobody changes the thing, such as when somebody
 * logged in last: a reader is told, and a writer need not have seen it.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Passing {}
