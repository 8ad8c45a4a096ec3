package org.demandwright.app.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Allowed;
import org.demandwright.app.settings.ForecastSettings;
import org.demandwright.app.settings.PublicationSettings;
import org.demandwright.core.pipeline.PlanSettings;
import org.demandwright.security.Roles;
import org.demandwright.store.run.PlanStore;

/** What a plan may have of its own, under the names by which doors are told. */
public enum PlanField {
  DESCRIPTION("description", Allowed.parsed("at most 500 characters", PlanField::described)),
  BUCKET("bucket", JobParameter.BUCKET.type()),
  HORIZON("horizon", JobParameter.HORIZON.type()),
  OBJECTIVE("objective", JobParameter.OBJECTIVE.type()),
  MODELS("models", JobParameter.MODELS.type()),
  CONTEST_EVERY_DAYS("contestEveryDays", ForecastSettings.CONTEST_DAYS),
  STALE_DAYS("staleDays", PublicationSettings.STALE_DAYS),
  VOLUME_JUMP_PERCENT("volumeJumpPercent", PublicationSettings.JUMP_PERCENT),
  READERS(
      "readers",
      Allowed.parsed(
          "roles out of " + Roles.ALL.stream().sorted().toList() + ", separated by commas",
          PlanField::roles));

  private static final int LONGEST_DESCRIPTION = 500;

  private final String field;
  private final Allowed<?> type;

  PlanField(String field, Allowed<?> type) {
    this.field = field;
    this.type = type;
  }

  /** Returns the name by which it is given. */
  public String field() {
    return field;
  }

  /** Returns what values are allowed, in words. */
  public String allowed() {
    return type.words();
  }

  /**
   * Reads what a plan is to have of its own.
   *
   * @param given texts by the names of fields; what is missing or blank is the configuration's
   * @throws Refused where a value is not allowed, saying what is
   */
  static PlanStore.Own read(Map<String, String> given) {
    Map<PlanField, String> valid =
        Stream.of(values())
            .filter(field -> !given.getOrDefault(field.field, "").isBlank())
            .collect(
                Collectors.toMap(field -> field, field -> field.valid(given.get(field.field))));
    return new PlanStore.Own(
        valid.getOrDefault(DESCRIPTION, ""),
        PlanSettings.of(
            valid.get(BUCKET), valid.get(HORIZON), valid.get(OBJECTIVE), valid.get(MODELS)),
        new PlanStore.Rules(
            number(valid, CONTEST_EVERY_DAYS),
            number(valid, STALE_DAYS),
            number(valid, VOLUME_JUMP_PERCENT)),
        Optional.ofNullable(valid.get(READERS)).map(PlanField::roleSet).orElse(Set.of()));
  }

  private String valid(String text) {
    try {
      return String.valueOf(type.reader().apply(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new Refused(Refused.Kind.INVALID, field + e.getMessage());
    }
  }

  private static Optional<Integer> number(Map<PlanField, String> valid, PlanField field) {
    return Optional.ofNullable(valid.get(field)).map(Integer::valueOf);
  }

  private static String described(String text) {
    if (text.length() > LONGEST_DESCRIPTION) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String roles(String text) {
    Set<String> roles = roleSet(text.toUpperCase(Locale.ROOT));
    if (!Roles.ALL.containsAll(roles)) {
      throw new IllegalArgumentException(text);
    }
    return roles.stream().sorted().collect(Collectors.joining(","));
  }

  private static Set<String> roleSet(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).collect(Collectors.toSet());
  }
}
