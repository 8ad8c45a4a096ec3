/**
 * Tests of the built WAR in a real Payara Micro, on H2 and on a real PostgreSQL, and of its pages
 * in a real browser.
 *
 * <p>{@link org.demandwright.server.PayaraServer} is one server process that can be killed hard and
 * started again on the same data, {@link org.demandwright.server.ServerClient} speaks REST to it,
 * {@link org.demandwright.server.SharedPostgres} gives fresh databases and {@link
 * org.demandwright.server.Browser} is the machine's Chromium. Nothing here touches the classes of
 * the product: these tests see what a user sees.
 */
package org.demandwright.server;
