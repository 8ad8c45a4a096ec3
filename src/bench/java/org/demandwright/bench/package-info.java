/**
 * Benchmarks: run by hand, compiled with the tests, never in the WAR. They may use everything of
 * {@code core}; nothing may use them.
 */
package org.demandwright.bench;
