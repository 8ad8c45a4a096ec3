package org.demandwright.core.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The features of an origin are made of what lies before it, to the last bit. */
class FeaturePipelineProperties {
  private final FeaturePipeline pipeline = FeaturePipeline.demand();

  @Property(tries = 200)
  void aRowHasTheSameBitsWhetherOrNotTheSeriesGoesOn(@ForAll("demand") double[] units) {
    List<double[]> inOnePass = new ArrayList<>();
    FeaturePipeline.Pass pass = pipeline.begin(units.length);
    for (double value : units) {
      pass.see(value);
      inOnePass.add(pass.past().level() > 0 ? pass.row() : new double[0]);
    }
    for (int origin = 1; origin <= units.length; origin++) {
      assertThat(rowOfTruncated(units, origin)).isEqualTo(inOnePass.get(origin - 1));
    }
  }

  private double[] rowOfTruncated(double[] units, int origin) {
    FeaturePipeline.Pass pass = pipeline.begin(origin);
    for (int i = 0; i < origin; i++) {
      pass.see(units[i]);
    }
    return pass.past().level() > 0 ? pass.row() : new double[0];
  }

  @Property(tries = 200)
  void everyFeatureIsFiniteAndClipped(@ForAll("demand") double[] units) {
    FeaturePipeline.Pass pass = pipeline.begin(units.length);
    for (double value : units) {
      pass.see(value);
      if (pass.past().level() > 0) {
        assertThat(Arrays.stream(pass.row()).boxed()).hasSize(21).allMatch(x -> x >= -6 && x <= 6);
      }
    }
  }

  @Property(tries = 100)
  void featuresButTheSizeItselfDoNotDependOnTheUnit(@ForAll("demand") double[] units) {
    FeaturePipeline.Pass pieces = pipeline.begin(units.length);
    FeaturePipeline.Pass dozens = pipeline.begin(units.length);
    for (double value : units) {
      pieces.see(value);
      dozens.see(value * 4);
    }
    if (pieces.past().level() > 0) {
      double[] one = pieces.row();
      double[] other = dozens.row();
      for (int c = 0; c < one.length; c++) {
        if (!pipeline.names().get(c).equals("lnLevel")) {
          assertThat(other[c]).as(pipeline.names().get(c)).isCloseTo(one[c], within(1e-9));
        }
      }
    }
  }

  /** Intermittent demand with stock-outs. */
  @Provide
  Arbitrary<double[]> demand() {
    Arbitrary<Double> value =
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.just(0.0)),
            Tuple.of(5, Arbitraries.integers().between(1, 50).map(i -> (double) i)),
            Tuple.of(1, Arbitraries.just(Double.NaN)));
    return value.array(double[].class).ofMinSize(1).ofMaxSize(90);
  }
}
