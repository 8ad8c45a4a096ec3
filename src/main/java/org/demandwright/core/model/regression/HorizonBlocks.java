package org.demandwright.core.model.regression;

/**
 * The horizon in two blocks, near and far, each with a regression of its own. More blocks follow
 * noise: four gave retail panels a bias of a third.
 *
 * @param horizon steps, at least 1
 */
record HorizonBlocks(int horizon) {

  HorizonBlocks {
    requireSteps(horizon);
  }

  /** Throws unless there is a step to forecast. */
  static void requireSteps(int horizon) {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon is " + horizon + "; it must be at least 1");
    }
  }

  int count() {
    return horizon == 1 ? 1 : 2;
  }

  /** Returns the first step of a block, counted from 0. */
  int from(int block) {
    return block == 0 ? 0 : (horizon + 1) / 2;
  }

  /** Returns the step after the last one of a block, counted from 0. */
  int to(int block) {
    return block == count() - 1 ? horizon : (horizon + 1) / 2;
  }

  /** Returns the block of a step, counted from 0; steps past the horizon are in the last one. */
  int blockOf(int step) {
    return count() == 2 && step >= from(1) ? 1 : 0;
  }
}
