package org.demandwright.security;

import java.util.Set;

/** The roles. An account may have several. */
public final class Roles {
  /** Runs jobs and looks after accounts; may also do what planners do. */
  public static final String ADMIN = "ADMIN";

  /** Reviews forecasts, publishes versions and rolls them back. */
  public static final String PLANNER = "PLANNER";

  /** A system that reads published forecasts over REST and sends signals. */
  public static final String API = "API";

  /** Somebody who reads what planners read, on pages and over REST, and changes nothing. */
  public static final String VIEWER = "VIEWER";

  /** Every role there is. */
  public static final Set<String> ALL = Set.of(ADMIN, PLANNER, API, VIEWER);

  private Roles() {}
}
