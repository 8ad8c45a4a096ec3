package org.demandwright.rest.demand;

import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.demand.EventPlanning;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /events}.
 *
 * @param lastDay its last day, included; by default the first
 * @param yearly whether it happens on the same dates of every year; by default not
 * @param siteId the site that it concerns, by default all
 * @param category the category of items that it concerns, by default all
 */
@Schema(
    example =
        "{\"name\": \"Summer sale\", \"firstDay\": \"2027-07-01\", \"lastDay\": \"2027-07-14\","
            + " \"yearly\": true}")
public record EventRequest(
    String name,
    LocalDate firstDay,
    Optional<LocalDate> lastDay,
    Optional<Boolean> yearly,
    Optional<String> siteId,
    Optional<String> category) {

  EventPlanning.Request request() {
    return new EventPlanning.Request(
        name,
        firstDay,
        lastDay.orElse(null),
        yearly.orElse(false),
        siteId.orElse(""),
        category.orElse(""));
  }
}
