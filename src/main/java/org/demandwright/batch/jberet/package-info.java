/**
 * JBeret inside Payara: the only place that imports {@code org.jberet}. It brings the environment
 * that JBeret asks for, starts, stops and restarts jobs for {@code app}, and takes up runs that a
 * dead member left behind.
 */
package org.demandwright.batch.jberet;
