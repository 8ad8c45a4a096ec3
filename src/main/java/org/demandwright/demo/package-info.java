/**
 * The demo: an ERP that generates its own history ({@link org.demandwright.demo.DemoErp}), and the
 * command that starts it all ({@link org.demandwright.demo.DemoMain}, run by {@code ./mvnw
 * -Pdemo}).
 *
 * <p>The command runs outside the server and speaks to it over REST alone, as any client would. The
 * product never calls this package; tests may fill a database with {@code DemoErp}.
 */
package org.demandwright.demo;
