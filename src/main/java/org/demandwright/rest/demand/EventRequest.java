package org.demandwright.rest.demand;

import java.util.Set;
import org.demandwright.app.demand.EventPlanning;
import org.demandwright.rest.wire.JsonBody;

/** Reads the body of {@code POST /events}; whatever is wrong with it is a refusal. */
final class EventRequest {
  static final String EXAMPLE =
      "{\"name\": \"Summer sale\", \"firstDay\": \"2027-07-01\", \"lastDay\": \"2027-07-14\","
          + " \"yearly\": true}";
  private static final Set<String> KNOWN =
      Set.of("name", "firstDay", "lastDay", "yearly", "siteId", "category");

  private EventRequest() {}

  static EventPlanning.Request parse(String text) {
    JsonBody body =
        JsonBody.of(
            text, KNOWN, EXAMPLE + "; lastDay, yearly, siteId and category may be left out");
    return new EventPlanning.Request(
        body.text("name"),
        body.neededDay("firstDay"),
        body.day("lastDay"),
        body.flag("yearly"),
        body.text("siteId"),
        body.text("category"));
  }
}
