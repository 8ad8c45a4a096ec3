package org.demandwright.app.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.demandwright.erp.ErpSalesLine;
import org.junit.jupiter.api.Test;

class ErasedCodesTest {
  private static final byte[] SECRET = "Jefe".getBytes(StandardCharsets.UTF_8);

  @Test
  void the_hash_is_that_of_RFC_4231() {
    assertThat(ErasedCodes.hash(SECRET, "what do ya want for nothing?"))
        .as("test case 2")
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assertThat(ErasedCodes.hash(new byte[] {1}, "C1"))
        .as("another secret, another hash")
        .isNotEqualTo(ErasedCodes.hash(new byte[] {2}, "C1"));
  }

  @Test
  void an_erased_customer_is_renamed_and_nothing_else() {
    ErasedCodes erased =
        new ErasedCodes(SECRET, Map.of(ErasedCodes.hash(SECRET, "C1"), "erased-1"));
    ErpSalesLine line = line("C1");

    ErpSalesLine renamed = erased.without(line);

    assertThat(renamed.customerId()).isEqualTo("erased-1");
    assertThat(renamed.ofCustomer("C1")).isEqualTo(line);
    for (String other : Arrays.asList("C2", "c1", "C1 ", "", null)) {
      assertThat(erased.without(line(other))).isEqualTo(line(other));
    }
    assertThat(erased.without(renamed)).as("once more").isEqualTo(renamed);
  }

  private static ErpSalesLine line(String customer) {
    return new ErpSalesLine(
        "L1", "L", 1L, null, null, "A", "D1", "ORDER", null, null, null, "tea", "S1", customer,
        "web", null, "EA", null, null, "EUR", false, false, false, null);
  }
}
