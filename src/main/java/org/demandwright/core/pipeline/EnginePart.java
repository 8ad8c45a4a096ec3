package org.demandwright.core.pipeline;

/** A part of the engine that can be left out, to measure what it is worth. */
public enum EnginePart {
  /** The models that learn all series at once. */
  GLOBAL_MODELS,
  /** The weighted mean of several models; without it the best one alone forecasts. */
  COMBINATION,
  /** The weighting of training rows by the error that is reported. */
  WEIGHTING,
  /** What holidays, events and the time of the year do to demand. */
  CALENDAR
}
