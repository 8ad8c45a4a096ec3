package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeavesArePrivateTest {
  @Test
  void a_leaf_belongs_to_the_room_above_it() {
    assertThat(LeavesArePrivate.room("org.demandwright.erp.jpa")).contains("org.demandwright.erp");
    assertThat(LeavesArePrivate.room("org.demandwright.core.model.weka"))
        .contains("org.demandwright.core.model");
  }

  @Test
  void a_room_is_public() {
    assertThat(LeavesArePrivate.room("org.demandwright.erp")).isEmpty();
    assertThat(LeavesArePrivate.room("org.demandwright.erp.adapter")).isEmpty();
    assertThat(LeavesArePrivate.room("org.demandwright.store.intake")).isEmpty();
    assertThat(LeavesArePrivate.room("java.util.concurrent")).isEmpty();
  }
}
