package org.demandwright.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

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
  void whoever_may_only_read_changes_nothing_but_their_password() throws Exception {
    AccessTable.rows()
        .forEach(
            (operation, roles) -> {
              assertThat(Roles.ALL).as(operation.toString()).containsAll(roles);
              assertThat(roles).as(operation.toString()).contains(Roles.ADMIN);
              if (!operation.asks() && !operation.path().equals("/account/password")) {
                assertThat(roles).as(operation.toString()).doesNotContain(Roles.VIEWER);
              }
            });
  }
}
