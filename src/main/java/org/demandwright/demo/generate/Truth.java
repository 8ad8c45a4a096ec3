package org.demandwright.demo.generate;

import java.sql.SQLException;

/** Writes {@code true_effect}: what the generator did, to hold an estimate against. */
final class Truth {
  private final Insert rows;
  private long id;

  Truth(Insert rows) {
    this.rows = rows;
  }

  void ofItem(DemoItem item) throws SQLException {
    ofItem(item, "PATTERN", item.pattern().ordinal(), item.pattern().name());
    ofItem(
        item, "PRICE_ELASTICITY", item.elasticity(), "exponent of list price ÷ first list price");
    ofItem(item, "TREND", item.trend(), "factor on demand a year");
    ofItem(item, "WEEKEND", item.weekend(), "factor of Saturdays and Sundays");
    ofItem(item, "YEAR_AMPLITUDE", item.amplitude(), "share by which the yearly season swings");
    ofItem(item, "YEAR_PEAK", item.peakDay(), "day of the year of the yearly peak");
    ofItem(item, "EVENT_POWER", item.category().eventPower(), "exponent on an event's factor");
  }

  /**
   * What is planted; of a saturating answer PRICE_ELASTICITY is the one at the first list price.
   */
  void ofPlanted(DemoItem item, PlantedEffects planted) throws SQLException {
    ofItem(item, "PRICE_FORM", planted.form().ordinal(), planted.form().name());
    ofItem(
        item,
        "PROMOTION_POWER",
        planted.power(),
        "an uplift is about 1 + this × discount; 0 = none");
    ofItem(
        item,
        "CANNIBALISATION",
        planted.taken(),
        "share of a promotion's extra units that others of the category lose, at most half of theirs");
    ofItem(
        item,
        "POST_PROMOTION_DIP",
        planted.dip(),
        "share of demand that lacks on the 14 days after a promotion");
  }

  void ofDeliveries(DemoItem item) throws SQLException {
    String vendor = item.vendor().id();
    String days = "days from the order to its first receipt, ";
    of("LEAD_TIME", item.id(), null, vendor, LeadTime.mean(item), days + "mean");
    of("LEAD_TIME_SPREAD", item.id(), null, vendor, LeadTime.deviation(item), days + "deviation");
  }

  private void ofItem(DemoItem item, String kind, double effect, String meaning)
      throws SQLException {
    of(kind, item.id(), null, null, effect, meaning);
  }

  void of(String kind, String item, String site, String reference, double effect, String meaning)
      throws SQLException {
    id++;
    rows.row(id, kind, item, site, reference, effect, meaning);
  }
}
