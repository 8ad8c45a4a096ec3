package org.demandwright.app.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.intake.KitBook;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.supply.SupplyStore;

/** Looks into a book of stock. */
final class BookedStock {
  private BookedStock() {}

  static BigDecimal reserved(
      SupplyStore supply,
      AnswerStore answers,
      String org,
      String item,
      String site,
      LocalDate today) {
    StockBook book = StockBook.of(supply, new KitBook(List.of()), today);
    book.count(AcceptedSupply.of(answers, supply, today));
    return book.of(new PolicySubject.Key(org, item, site)).reserved();
  }
}
