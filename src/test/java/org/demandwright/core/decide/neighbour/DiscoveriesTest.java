package org.demandwright.core.decide.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscoveriesTest {
  /** Benjamini and Hochberg (1995), section 3.2: the myocardial infarction study. */
  private static final double[] STUDY = {
    0.0459, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.3240, 0.4262, 0.5719,
    0.6528, 0.7590, 1.000
  };

  @Test
  void the_example_of_its_authors_believes_four() {
    assertThat(Discoveries.threshold(STUDY, STUDY.length, 0.05)).isEqualTo(0.0095);
  }

  @Test
  void tests_that_are_left_out_count() {
    assertThat(Discoveries.threshold(STUDY, 150, 0.05)).isEqualTo(0.0004);
    assertThat(Discoveries.threshold(STUDY, 1_000_000, 0.05)).isEqualTo(-1);
    assertThat(Discoveries.threshold(new double[0], 0, 0.05)).isEqualTo(-1);
  }
}
