package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every adapter of the product promises, without a database. */
class PackedAdaptersTest {
  static Stream<Arguments> versions() {
    return AdapterCatalog.packed().adapters().stream()
        .flatMap(a -> a.versions().stream().map(v -> Arguments.of(a, v.id())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("versions")
  void makes_every_view_of_the_contract_and_nothing_else(ErpAdapter adapter, String version) {
    AdapterScript script = AdapterScript.of(adapter, version, adapter.defaults(), table -> true);
    assertThat(ViewScript.of(script).names()).containsAll(needed());
    AdapterScript least = AdapterScript.of(adapter, version, adapter.defaults(), table -> false);
    assertThat(ViewScript.of(least).names()).containsAll(needed());
  }

  private static List<String> needed() {
    return CanonicalViews.names().stream()
        .filter(name -> !CanonicalViews.isOptional(name))
        .toList();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("versions")
  void can_be_taken_back(ErpAdapter adapter, String version) {
    List<String> dropped =
        ViewInstallation.drop(adapter, version).statements().statements().stream()
            .flatMap(s -> Arrays.stream(s.replace("drop view if exists ", "").split(", ", -1)))
            .toList();
    assertThat(dropped).containsAll(needed()).doesNotHaveDuplicates();
  }
}
