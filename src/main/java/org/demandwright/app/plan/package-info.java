/**
 * What planners put over forecasts: overrides are drafted, previewed, approved, published and taken
 * back, and what is final follows from them.
 *
 * <p>Called by the doors; {@link org.demandwright.app.plan.SettleFinals} by whatever shows a
 * version. How figures are spread is {@link org.demandwright.core.plan}'s.
 */
package org.demandwright.app.plan;
