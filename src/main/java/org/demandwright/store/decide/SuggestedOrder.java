package org.demandwright.store.decide;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.PolicySubject;
import org.demandwright.core.decide.Suggestion;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.VendorOrder;

/**
 * What is suggested to be done about an item at a site: to buy it, to send it there, or to move an
 * order that is on its way.
 *
 * @param place number of the item at the site in its decision
 * @param line number of the suggestion there, from 0
 * @param number of the suggestion, the same from decision to decision while it is suggested; 0
 *     before it has one
 * @param unit in which the vendor counts; empty = the base unit
 * @param terms what the vendor takes and asks; empty where it is not bought
 * @param currency of the cost; empty where it is not known
 * @param why it is there
 * @param minimum that the vendor asks for; empty where it asks for none or the value is not known
 */
public record SuggestedOrder(
    long place,
    int line,
    long number,
    PolicySubject.Key key,
    Source source,
    Optional<PurchaseUnit> unit,
    Optional<OrderTerms> terms,
    Optional<String> currency,
    VendorOrder.Why why,
    Optional<VendorMinimum> minimum,
    Suggestion suggestion) {

  /**
   * Where it comes from.
   *
   * @param vendor by the ERP's own key; empty for what another site sends
   * @param site that sends it
   * @param supply the order's line that is to be moved, by the ERP's own key
   * @param document the number of that order, where the ERP tells one
   */
  public record Source(
      Optional<String> vendor,
      Optional<String> site,
      Optional<String> supply,
      Optional<String> document) {
    public Source {
      Objects.requireNonNull(vendor, "vendor");
      Objects.requireNonNull(site, "site");
      Objects.requireNonNull(supply, "supply");
      Objects.requireNonNull(document, "document");
    }

    public static Source vendor(String vendor) {
      return new Source(Optional.of(vendor), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Source site(String site) {
      return new Source(Optional.empty(), Optional.of(site), Optional.empty(), Optional.empty());
    }
  }

  /**
   * What a vendor counts in.
   *
   * @param name as the vendor calls it
   * @param factor base units in one of it
   */
  public record PurchaseUnit(String name, BigDecimal factor) {}

  /**
   * The least value of an order to a vendor for a site.
   *
   * @param value in the currency of the cost
   * @param missing of it in all that is suggested, at least 0
   */
  public record VendorMinimum(BigDecimal value, BigDecimal missing) {}

  /** By what a suggestion is known again in the decision after. */
  public record Identity(
      SuggestionKind kind,
      PolicySubject.Key key,
      Optional<String> vendor,
      Optional<String> from,
      Optional<String> supply) {}

  public SuggestedOrder {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(terms, "terms");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(suggestion, "suggestion");
  }

  /** Returns by what it is known again. */
  public Identity identity() {
    return new Identity(suggestion.kind(), key, source.vendor(), source.site(), source.supply());
  }

  /** Returns the same under a number. */
  public SuggestedOrder numbered(int itsLine, long itsNumber) {
    return new SuggestedOrder(
        place, itsLine, itsNumber, key, source, unit, terms, currency, why, minimum, suggestion);
  }

  /** Returns the same as a part of an order that is raised to the vendor's minimum. */
  public SuggestedOrder within(VendorOrder.Why itsWhy, VendorMinimum least, Suggestion raised) {
    return new SuggestedOrder(
        place,
        line,
        number,
        key,
        source,
        unit,
        terms,
        raised.cost().flatMap(c -> currency),
        itsWhy,
        Optional.of(least),
        raised);
  }

  /** Returns in one line why. */
  public Words reason() {
    return switch (why) {
      case DUE -> suggestion.reason();
      case BROUGHT_FORWARD ->
          Words.of(
              "decide.brought-forward",
              suggestion.coverDays(),
              suggestion.orderBy(),
              least(),
              currency.orElse(""));
      case TOPPED_UP ->
          Words.of(
              "decide.topped-up", suggestion.coverDays(), added(), least(), currency.orElse(""));
    };
  }

  private BigDecimal least() {
    return minimum.map(m -> plain(m.value())).orElse(BigDecimal.ZERO);
  }

  private BigDecimal added() {
    return plain(suggestion.order().added());
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
