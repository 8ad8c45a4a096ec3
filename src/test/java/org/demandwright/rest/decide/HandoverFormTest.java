package org.demandwright.rest.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.demandwright.app.Refused;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.store.decide.Handover;
import org.demandwright.store.decide.HandoverState;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HandoverFormTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private static Handover bought(long number, String item, String vendor, String quantity) {
    return new Handover(
        number,
        number,
        "default",
        SuggestionKind.BUY,
        "1",
        item,
        "4",
        null,
        vendor,
        null,
        new BigDecimal(quantity),
        null,
        null,
        null,
        null,
        DAY,
        DAY.plusDays(9),
        "ann",
        LocalDateTime.of(2026, 3, 2, 9, 0),
        HandoverState.WAITING,
        null,
        null,
        null,
        null);
  }

  private static byte[] written(HandoverForm form, Handover... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    form.write(bytes, consumer -> List.of(lines).forEach(consumer));
    return bytes.toByteArray();
  }

  @Test
  void lines_of_one_vendor_and_site_are_one_order_of_odoo() throws IOException {
    String csv =
        new String(
            written(
                HandoverForm.ODOO,
                bought(1, "71", "9", "12.000000"),
                bought(2, "72", "8", "5.500000"),
                bought(3, "73", "9", "100")),
            StandardCharsets.UTF_8);
    assertThat(csv.split("\r\n"))
        .containsExactly(
            "id,partner_id/.id,origin,date_order,order_line/product_id/.id,"
                + "order_line/product_qty,order_line/date_planned",
            "demandwright.handover_2,8,Demandwright 2,2026-03-02 00:00:00,72,5.5,2026-03-11"
                + " 00:00:00",
            "demandwright.handover_1,9,Demandwright 1,2026-03-02 00:00:00,71,12,2026-03-11"
                + " 00:00:00",
            ",,,,73,100,2026-03-11 00:00:00");
  }

  @Test
  void items_of_another_erp_are_not_handed_to_odoo() {
    HandoverForm.ODOO.requireItsKeys(bought(1, "71", "9", "12"));
    assertThatThrownBy(() -> HandoverForm.ODOO.requireItsKeys(bought(1, "I0001", "9", "12")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("I0001, which is no key of Odoo");
    assertThatThrownBy(() -> HandoverForm.ODOO.requireItsKeys(bought(1, "71", "V06", "12")))
        .hasMessageContaining("V06");
    HandoverForm.OFBIZ.requireItsKeys(bought(1, "GZ-1000", "V06", "12"));
  }

  @Test
  void a_requirement_of_ofbiz_names_its_supplier_whatever_its_key_is() throws Exception {
    byte[] xml =
        written(
            HandoverForm.OFBIZ,
            bought(1, "GZ-<1000> & more", "Demo\"Supplier", "12"),
            bought(2, "GZ-2", null, "0.5"));
    Element root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("entity-engine-xml");
    NodeList requirements = root.getElementsByTagName("Requirement");
    assertThat(requirements.getLength()).isEqualTo(2);
    Element first = (Element) requirements.item(0);
    assertThat(first.getAttribute("productId")).isEqualTo("GZ-<1000> & more");
    assertThat(first.getAttribute("quantity")).isEqualTo("12");
    assertThat(first.getAttribute("requiredByDate")).isEqualTo("2026-03-11 00:00:00.0");
    NodeList roles = root.getElementsByTagName("RequirementRole");
    assertThat(roles.getLength()).isEqualTo(1);
    assertThat(((Element) roles.item(0)).getAttribute("partyId")).isEqualTo("Demo\"Supplier");
  }
}
