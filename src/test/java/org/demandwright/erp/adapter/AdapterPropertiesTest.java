package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.UnusableErp;
import org.demandwright.erp.adapter.ErpAdapter.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterPropertiesTest {
  private static final String GOOD =
      """
      # An ERP that nobody ever saw.
      name=Acme ERP
      databases=postgresql,mariadb
      tables=acme_order,ACME_Line
      version.query=select v from acme_version
      versions=9,10.04
      version.9.pattern=9[.].*
      version.9.status=released
      version.9.scripts=settings.sql,views.sql,9/lines.sql
      version.10.04.pattern=10[.].*
      version.10.04.status=draft
      version.10.04.scripts=settings.sql,views.sql,kits.sql
      parameters=time_zone
      parameter.time_zone.default=UTC
      parameter.time_zone.about=where the business days are counted
      optional.kits.sql.tables=acme_kit
      """;

  private static final Map<String, String> SCRIPTS =
      Map.of(
          "settings.sql", "create view dw_setting as select '${time_zone}' as time_zone;\n",
          "views.sql", "-- Every version.\ncreate view dw_item as\nselect 1 as item_id;\n",
          "9/lines.sql", "create view dw_sales_line as select 9 as line_id;",
          "kits.sql", "create view dw_kit_component as select 1 as kit_item_id from acme_kit;");

  @Test
  void reads_every_key() {
    ErpAdapter acme = read(GOOD);
    assertThat(acme.erp()).isEqualTo("acme");
    assertThat(acme.name()).isEqualTo("Acme ERP");
    assertThat(acme.databases()).containsExactlyInAnyOrder(Dialect.POSTGRESQL, Dialect.MARIADB);
    assertThat(acme.tables()).containsExactlyInAnyOrder("acme_order", "acme_line");
    assertThat(acme.version("9").status()).isEqualTo(Status.RELEASED);
    assertThat(acme.version("9").matches("9.2 \n")).isTrue();
    assertThat(acme.version("10.04").status()).isEqualTo(Status.DRAFT);
    assertThat(acme.version("10.04").matches("110.04")).isFalse();
    assertThat(acme.optionalScripts()).containsExactly(Map.entry("kits.sql", Set.of("acme_kit")));
    assertThat(acme.values(Map.of())).containsExactly(Map.entry("time_zone", "UTC"));
  }

  @Test
  void puts_the_scripts_of_a_version_together() {
    AdapterScript script =
        AdapterScript.of(read(GOOD), "9", Map.of("time_zone", "Asia/Shanghai"), table -> false);
    assertThat(script.name()).isEqualTo("acme-9.sql");
    assertThat(script.text()).contains("-- acme/settings.sql\n", "-- Every version.");
    assertThat(script.statements().statements())
        .containsExactly(
            "create view dw_setting as select 'Asia/Shanghai' as time_zone",
            "create view dw_item as\nselect 1 as item_id",
            "create view dw_sales_line as select 9 as line_id");
  }

  @Test
  void an_optional_script_runs_only_where_its_tables_are() {
    ErpAdapter acme = read(GOOD);
    assertThat(AdapterScript.of(acme, "10.04", Map.of(), "acme_kit"::equals).text())
        .contains("from acme_kit;");
    assertThat(AdapterScript.of(acme, "10.04", Map.of(), table -> false).text())
        .contains("-- acme/kits.sql is left out: it needs acme_kit")
        .doesNotContain("from acme_kit");
  }

  @ParameterizedTest
  @CsvSource({"UTC'", "UTC--", "a;b", "a\\b", "${x}"})
  void a_parameter_cannot_end_the_text_that_it_stands_in(String value) {
    assertThatThrownBy(
            () -> AdapterScript.of(read(GOOD), "9", Map.of("time_zone", value), table -> true))
        .isInstanceOf(UnusableErp.class)
        .hasMessageContaining("Parameter time_zone cannot be");
  }

  @Test
  void an_unknown_parameter_or_version_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> read(GOOD).values(Map.of("zone", "UTC")))
        .hasMessage("Adapter acme has no parameter zone; it has [time_zone].");
    assertThatThrownBy(() -> read(GOOD).version("11"))
        .hasMessage("Adapter acme has no version 11; it has [9, 10.04].");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=Acme ERP|''|name is missing; write the name of the ERP",
        "name=Acme ERP|name=A\\nname=B|name stands there twice; keep one",
        "name=Acme ERP|name=A\\nnames=B|names is not a key that is read here",
        "databases=postgresql|databases=oracle|databases has 'oracle'; write one of h2, postgresql, mariadb",
        "ACME_Line|acme_line # lines|tables has 'acme_line # lines'; write names of tables",
        "version.query=select v|#|version.query is missing; write a query of one row",
        "9[.].*|9[.|version.9.pattern is no regular expression",
        "status=draft|status=new|version.10.04.status is 'new'; write released or draft",
        "views.sql,9/|view.sql,9/|version.9.scripts names view.sql, which is not in the folder",
        "versions=9,|versions=8,9,|version.8.pattern is missing",
        "parameters=time_zone|#|parameters lacks time_zone, which settings.sql uses",
        "default=UTC|default=|parameter.time_zone.default is missing; write the value",
        "optional.kits|optional.kit|optional.kit.sql.tables is not a key that is read here"
      })
  void what_is_wrong_names_the_file_the_key_and_what_to_write(String from, String to, String says) {
    assertThat(GOOD).contains(from);
    assertThatThrownBy(() -> read(GOOD.replace(from, to.replace("\\n", "\n"))))
        .isInstanceOf(UnusableErp.class)
        .hasMessageStartingWith("somewhere/acme/adapter.properties: ")
        .hasMessageContaining(says);
  }

  private static ErpAdapter read(String properties) {
    Map<String, String> files = new HashMap<>(SCRIPTS);
    files.put("adapter.properties", properties);
    return AdapterProperties.read(new FolderText("acme", "somewhere/acme", files));
  }
}
