package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.demo.DemoDatabase.number;
import static org.demandwright.demo.DemoDatabase.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.demandwright.demo.generate.DemoSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlantedEffectsTest {
  private static final String FORM =
      " (select item_id from true_effect where effect_kind = 'PRICE_FORM' and meaning = '%s') ";

  private static Connection erp;

  @BeforeAll
  static void load() throws SQLException {
    erp = DemoDatabase.h2();
    DemoSize size = new DemoSize(24, 2, 500, 20_000, LocalDate.of(2025, 12, 31), 5L);
    new DemoErp(size.withPlantedEffects()).load(erp);
  }

  @AfterAll
  static void close() throws SQLException {
    erp.close();
  }

  @Test
  void everyCheckOfTheContractHolds() throws SQLException {
    assertThat(DemoDatabase.problems(erp)).isEmpty();
  }

  @Test
  void aThirdIsConstantAThirdSaturatingASixthMovesWithPromotionAndASixthNever()
      throws SQLException {
    assertThat(
            rows(
                erp,
                "select meaning, count(*) from true_effect where effect_kind = 'PRICE_FORM'"
                    + " group by meaning order by meaning"))
        .isEqualTo(
            rows(
                erp,
                "values ('CONSTANT', 8), ('SATURATING', 8), ('UNCHANGED', 4),"
                    + " ('WITH_PROMOTION', 4)"));
  }

  @Test
  void pricesThatNeverChangeHaveOneRowAndOthersMany() throws SQLException {
    String prices = "select count(*) from price_list where item_id in";
    assertThat(number(erp, prices + FORM.formatted("UNCHANGED"))).isEqualTo(4);
    assertThat(number(erp, prices + FORM.formatted("CONSTANT"))).isGreaterThan(8 * 3);
  }

  @Test
  void aPriceThatMovesWithPromotionIsAnotherOneOnItsDaysAndOnNoOthers() throws SQLException {
    String off =
        "select count(*) from price_list p where item_id in"
            + FORM.formatted("WITH_PROMOTION")
            + "and unit_price < (select max(unit_price) from price_list m where m.item_id = p.item_id)";
    String promoted =
        " and exists (select 1 from promotion x where x.item_id = p.item_id and x.site_id is null"
            + " and x.from_date = p.valid_from)";
    assertThat(number(erp, off)).isGreaterThan(4);
    assertThat(number(erp, off + promoted)).isEqualTo(number(erp, off));
  }

  /** Of each item all three are told; some do not respond at all. */
  @Test
  void promotionsHaveTheirTruthOfUpliftOfWhatTheyTakeAndOfTheDip() throws SQLException {
    for (String kind : new String[] {"PROMOTION_POWER", "CANNIBALISATION", "POST_PROMOTION_DIP"}) {
      assertThat(number(erp, "select count(*) from true_effect where effect_kind = '" + kind + "'"))
          .as(kind)
          .isEqualTo(24);
      assertThat(
              number(
                  erp,
                  "select count(*) from true_effect where effect > 0 and effect_kind = '"
                      + kind
                      + "'"))
          .as(kind)
          .isBetween(6L, 23L);
    }
  }
}
