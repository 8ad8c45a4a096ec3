package org.demandwright.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.demandwright.security.Roles;
import org.junit.jupiter.api.Test;

class AccessTableTest {
  @Test
  void every_operation_has_a_row() throws Exception {
    assertThat(AccessTable.rows().keySet())
        .as("write into access.csv who may do what is missing there")
        .isEqualTo(Operations.all());
  }

  @Test
  void what_is_about_all_data_is_marked_so() throws Exception {
    assertThat(AccessTable.those(AccessTable.Scope.ALL_DATA)).isEqualTo(Operations.ofAllData());
  }

  @Test
  void what_is_about_one_thing_names_it() throws Exception {
    assertThat(AccessTable.those(AccessTable.Scope.BY_ID))
        .allSatisfy(operation -> assertThat(operation.path()).contains("{id}"));
  }

  @Test
  void whoever_may_only_read_previews_and_changes_nothing_but_their_password() throws Exception {
    AccessTable.rows()
        .forEach(
            (operation, access) -> {
              Set<String> roles = access.roles();
              assertThat(Roles.ALL).as(operation.toString()).containsAll(roles);
              assertThat(roles).as(operation.toString()).contains(Roles.ADMIN);
              if (!operation.asks()
                  && !operation.path().equals("/account/password")
                  && !operation.path().endsWith("/preview")) {
                assertThat(roles).as(operation.toString()).doesNotContain(Roles.VIEWER);
              }
            });
  }
}
