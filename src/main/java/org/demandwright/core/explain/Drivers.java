package org.demandwright.core.explain;

/**
 * The names of what drives a forecast. The list is open: a feature that belongs to none of these
 * stands under its own name.
 */
public final class Drivers {
  /** What is usual at the level of this item, before anything else is looked at. */
  public static final String BASE = "base";

  /** The level of demand as a method that knows no base holds it. */
  public static final String LEVEL = "level";

  public static final String TREND = "trend";

  /** The time of the year or the day of the week. */
  public static final String SEASON = "season";

  /** What all series together did at this time of the year before. */
  public static final String TIME_OF_YEAR = "timeOfYear";

  /** Demand of the last few periods. */
  public static final String RECENT_DEMAND = "recentDemand";

  /** Demand of the last quarter, year and of the whole history. */
  public static final String LONG_RUN_DEMAND = "longRunDemand";

  /** Levels that classical smoothing methods hold. */
  public static final String SMOOTHED_DEMAND = "smoothedDemand";

  /** Demand with large single orders damped. */
  public static final String TYPICAL_ORDERS = "typicalOrders";

  /** How often the item sells, and how long ago it last did. */
  public static final String SALE_FREQUENCY = "saleFrequency";

  /** How much the item sells at all. */
  public static final String ITEM_SIZE = "itemSize";

  /** How rough the demand is. */
  public static final String ROUGHNESS = "roughness";

  /** Demand one season ago. */
  public static final String LAST_SEASON = "lastSeason";

  public static final String PROMOTION = "promotion";
  public static final String PRICE = "price";

  /** Holidays and other days of the calendar. */
  public static final String HOLIDAYS = "holidays";

  /** Page views, carts, market figures and other signals that were known before. */
  public static final String SIGNALS = "signals";

  /** What is taken away because the item fell silent and may have ended. */
  public static final String SILENCE = "silence";

  /** What goes over from another item or to one, or waits for the launch, by lifecycle links. */
  public static final String LINKS = "links";

  /** What a bound added or took: no forecast is below zero. */
  public static final String LIMIT = "limit";

  /** The whole number of a method that does not divide it. */
  public static final String WHOLE = "whole";

  private Drivers() {}
}
