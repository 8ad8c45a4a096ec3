package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demandwright.erp.UnusableErp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterCatalogTest {
  private static final String PROPERTIES =
      """
      name=Acme
      databases=h2
      tables=acme_order
      versions=1
      version.1.pattern=.*
      version.1.status=released
      version.1.scripts=views.sql
      """;

  @Test
  void every_packed_adapter_can_be_read() {
    assertThat(AdapterCatalog.packed().problems()).isEmpty();
  }

  @Test
  void a_folder_of_the_administrator_adds_adapters_without_a_build(@TempDir Path own)
      throws IOException {
    write(own.resolve("acme"), PROPERTIES);
    AdapterCatalog catalog = AdapterCatalog.read(Optional.of(own));
    assertThat(catalog.adapter("acme").name()).isEqualTo("Acme");
    assertThatThrownBy(() -> catalog.adapter("sap"))
        .isInstanceOf(UnusableErp.class)
        .hasMessageContaining("There is no adapter sap; there are")
        .hasMessageContaining("acme");
  }

  @Test
  void one_that_cannot_be_read_does_not_take_the_others_with_it(@TempDir Path own)
      throws IOException {
    write(own.resolve("acme"), PROPERTIES);
    write(own.resolve("broken"), PROPERTIES.replace("name=Acme", ""));
    Files.write(
        Files.createDirectories(own.resolve("latin")).resolve("views.sql"), new byte[] {-4});
    Files.writeString(own.resolve("latin/adapter.properties"), PROPERTIES);
    AdapterCatalog catalog = AdapterCatalog.read(Optional.of(own));
    assertThat(catalog.adapters()).extracting(ErpAdapter::erp).contains("acme");
    assertThat(catalog.problems())
        .hasSize(2)
        .anyMatch(p -> p.contains("broken/adapter.properties: name is missing"))
        .anyMatch(p -> p.contains("views.sql is not UTF-8"));
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem(@TempDir Path own) {
    assertThat(AdapterCatalog.read(Optional.of(own.resolve("nowhere"))).problems())
        .hasSize(1)
        .allMatch(p -> p.contains("correct dw.erp.adapters"));
  }

  private static void write(Path folder, String properties) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("adapter.properties"), properties);
    Files.writeString(folder.resolve("views.sql"), "create view dw_item as select 1 as item_id;");
  }
}
