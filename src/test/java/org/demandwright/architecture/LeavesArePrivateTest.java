package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeavesArePrivateTest {
  @Test
  void a_package_below_a_room_is_a_leaf() {
    assertThat(LeavesArePrivate.isLeaf("org.demandwright.erp.jpa")).isTrue();
    assertThat(LeavesArePrivate.isLeaf("org.demandwright.core.model.weka")).isTrue();
  }

  @Test
  void a_room_is_public() {
    assertThat(LeavesArePrivate.isLeaf("org.demandwright.erp")).isFalse();
    assertThat(LeavesArePrivate.isLeaf("org.demandwright.core")).isFalse();
    assertThat(LeavesArePrivate.isLeaf("org.demandwright.core.model")).isFalse();
    assertThat(LeavesArePrivate.isLeaf("java.util.concurrent")).isFalse();
  }
}
