package org.demandwright.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A test of which {@code verify} has one of the same kind, or that takes too long for it: {@code
 * -Plong} runs this one, too.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "long.tests",
    matches = "true",
    disabledReason = "one more of its kind: ./mvnw verify -Plong runs it")
public @interface OnlyLong {}
