package org.demandwright.core.demand;

/**
 * The class of a demand series by the scheme of Syntetos, Boylan &amp; Croston (2005): the average
 * interval between demands (ADI) against the squared coefficient of variation of their sizes (CV²).
 */
public enum DemandPattern {
  /** ADI &lt; 1.32, CV² &lt; 0.49. */
  SMOOTH,
  /** ADI &lt; 1.32, CV² ≥ 0.49. */
  ERRATIC,
  /** ADI ≥ 1.32, CV² &lt; 0.49. */
  INTERMITTENT,
  /** ADI ≥ 1.32, CV² ≥ 0.49. */
  LUMPY,
  /** No demand at all. */
  NONE
}
