package org.demandwright.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Announcement;
import org.demandwright.app.exchange.FollowedEvents.Follower;
import org.demandwright.app.exchange.FollowedEvents.Happened;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.exchange.ExportsResource;
import org.demandwright.rest.run.JobExecutionsResource;
import org.demandwright.rest.source.FilesResource;
import org.demandwright.security.Roles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Who hears of what, as far as it does not depend on the store; {@code WebhooksServerIT} has the
 * rest.
 */
class FollowedEventsTest {
  private static final DataScope PART =
      new DataScope(Optional.empty(), Optional.of(Set.of("S1")), Optional.empty());

  private final FollowedEvents events = new FollowedEvents(null, null, null, null, null, null);

  private static Follower follower(String role, DataScope scope) {
    return new Follower("ann", Set.of(role), scope);
  }

  private static Happened entry(String kind) {
    JsonObject facts = Json.createObjectBuilder().add("exportId", 1).build();
    return new Happened(1, kind, Instant.EPOCH, facts);
  }

  @Test
  void whoever_reads_runs_and_files_over_rest_hears_of_them() {
    for (Class<?> resource : new Class<?>[] {JobExecutionsResource.class, FilesResource.class}) {
      assertThat(resource.getAnnotation(RolesAllowed.class).value())
          .containsExactlyInAnyOrderElementsOf(FollowedEvents.READERS_OF_RUNS);
    }
    assertThat(ExportsResource.class.getAnnotation(RolesAllowed.class).value())
        .containsExactlyInAnyOrderElementsOf(FollowedEvents.READERS_OF_EXPORTS);
  }

  @ParameterizedTest
  @EnumSource(
      value = Announcement.Kind.class,
      names = {"RUN_ENDED", "RUN_FAILED", "IMPORT_ENDED", "IMPORT_FAILED"})
  void runs_are_told_to_whoever_looks_after_all(Announcement.Kind kind) {
    Happened entry = entry(kind.word());
    assertThat(events.isFor(entry, follower(Roles.ADMIN, DataScope.unrestricted()))).isTrue();
    assertThat(events.isFor(entry, follower(Roles.ADMIN, PART))).isFalse();
    assertThat(events.isFor(entry, follower(Roles.PLANNER, DataScope.unrestricted()))).isFalse();
  }

  @Test
  void what_is_of_no_kind_that_is_known_is_told_nobody() {
    Follower all = follower(Roles.ADMIN, DataScope.unrestricted());
    assertThat(events.isFor(entry("moon.rose"), all)).isFalse();
    assertThat(events.isFor(entry(Announcement.Kind.WEBHOOK_TEST.word()), all)).isFalse();
    assertThat(events.isFor(entry("export.ready"), follower(Roles.VIEWER, PART)))
        .as("viewers read no exports")
        .isFalse();
  }
}
