package org.demandwright.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditJsonTest {
  private record Login(String name, String password, Optional<Login> inner) {}

  private record Change(
      long id,
      LocalDate day,
      BigDecimal units,
      boolean yearly,
      Set<String> roles,
      List<String> models,
      OptionalLong replaces,
      Optional<String> nothing) {}

  @Test
  void writes_records_part_by_part() {
    Change change =
        new Change(
            7,
            LocalDate.of(2027, 7, 1),
            new BigDecimal("1E+2"),
            true,
            Set.of("b", "a", "c"),
            List.of("z", "y"),
            OptionalLong.of(4),
            Optional.empty());
    assertThat(AuditJson.of(change))
        .contains(
            "{\"id\":7,\"day\":\"2027-07-01\",\"units\":\"100\",\"yearly\":true,"
                + "\"roles\":[\"a\",\"b\",\"c\"],\"models\":[\"z\",\"y\"],\"replaces\":4}");
  }

  @Test
  void never_writes_a_password_at_any_depth() {
    Login login =
        new Login("ann", "hush", Optional.of(new Login("bob", "quiet", Optional.empty())));
    assertThat(AuditJson.of(Map.of("login", login, "newPassword", "hush")))
        .contains("{\"login\":{\"name\":\"ann\",\"inner\":{\"name\":\"bob\"}}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "passwordHash", "clientSecret", "accessToken", "credential"})
  void never_writes_a_member_that_is_named_like_a_secret(String name) {
    assertThat(AuditJson.of(Map.of(name, "hush"))).isEmpty();
  }

  @Test
  void maps_are_written_in_the_order_of_their_names() {
    assertThat(AuditJson.of(Map.of("c", 1, "a", 2, "b", 3))).contains("{\"a\":2,\"b\":3,\"c\":1}");
  }

  @Test
  void nothing_is_nothing_and_too_much_is_told() {
    assertThat(AuditJson.of(AuditTrail.NOTHING)).isEmpty();
    assertThat(AuditJson.of(Map.of("text", "x".repeat(AuditJson.LONGEST))))
        .contains("{\"leftOutCharacters\":20011}");
  }
}
