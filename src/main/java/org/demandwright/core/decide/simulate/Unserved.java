package org.demandwright.core.decide.simulate;

/** What becomes of what is wanted and not there. */
public enum Unserved {
  /** The customer goes elsewhere, as in retail: it is lost. */
  LOST,
  /** The customer waits, and is served from the next delivery before anybody else. */
  WAITS
}
