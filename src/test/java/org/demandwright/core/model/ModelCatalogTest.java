package org.demandwright.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.demandwright.core.Outcome;
import org.demandwright.core.feature.History;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {

  /** A model that is only a name. */
  private record Named(String id) implements ForecastModel {
    @Override
    public Capabilities capabilities() {
      return new Capabilities(1, 0, false);
    }

    @Override
    public Outcome<FittedModel> fit(ModelSpec spec, History history) {
      throw new UnsupportedOperationException("a name cannot forecast");
    }
  }

  @Test
  void findsTheInstalledModels() {
    ModelCatalog catalog = ModelCatalog.load();

    assertThat(catalog.ids())
        .contains(
            "Croston",
            "ExponentialSmoothing",
            "LinearTrend",
            "MovingAverage",
            "Naive",
            "SeasonalNaive",
            "Theta");
    assertThat(catalog.ids()).hasSize(catalog.locals().size() + catalog.globals().size());
    assertThat(catalog.local("Theta").id()).isEqualTo("Theta");
    assertThat(catalog.isGlobal("Theta")).isFalse();
  }

  @Test
  void listsModelsInTheOrderOfTheirIdentities() {
    ModelCatalog catalog = new ModelCatalog(List.of(new Named("b"), new Named("a")), List.of());

    assertThat(catalog.locals()).extracting(ForecastModel::id).containsExactly("a", "b");
    assertThat(catalog.globals()).isEmpty();
  }

  @Test
  void namesTheKnownModelsWhenAskedForAnother() {
    ModelCatalog catalog = new ModelCatalog(List.of(new Named("a"), new Named("b")), List.of());

    assertThatThrownBy(() -> catalog.local("c"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no local model \"c\"; known are a, b");
    assertThatThrownBy(() -> catalog.global("a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> catalog.isGlobal("c")).hasMessageContaining("known are a, b");
  }

  @Test
  void refusesTwoModelsOfOneName() {
    assertThatThrownBy(() -> new ModelCatalog(List.of(new Named("a"), new Named("a")), List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two models are called \"a\"");
  }
}
