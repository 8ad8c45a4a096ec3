package org.demandwright.core.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;

/**
 * The prices of several sources as one list. On a day on which a source's lines count its prices
 * count before those of sources whose do not; of those alike the earlier source's count. So each
 * day of an item at a site has the prices of one source, as that source tells them. Where two
 * sources whose lines both count say different prices, that is a {@link MasterConflict}.
 */
public final class PriceBook {
  private final List<Told> sources = new ArrayList<>();
  private final List<Price> book = new ArrayList<>();
  private final List<MasterConflict> conflicts = new ArrayList<>();
  private final Set<List<Object>> told = new HashSet<>();

  /** What a source tells. */
  private record Told(String source, DaySpan counts, Map<Place, List<Piece>> prices) {}

  /** Of what a price is; a null site is every site. */
  private record Place(ItemKey item, String site) {}

  /** The days of a price on which it is the one that counts in its source. */
  private record Piece(Price price, DaySpan days) {}

  /**
   * Adds what the next source tells.
   *
   * @param counts the days on which its lines count
   * @param prices under identities and codes that are unique over all sources
   */
  public void add(String source, DaySpan counts, List<Price> prices) {
    Map<Place, List<Price>> byPlace = new LinkedHashMap<>();
    for (Price price : prices) {
      byPlace
          .computeIfAbsent(new Place(price.item(), price.siteId()), place -> new ArrayList<>())
          .add(price);
    }
    Map<Place, List<Piece>> pieces = new LinkedHashMap<>();
    byPlace.forEach((place, all) -> pieces.put(place, laidOver(all)));
    sources.add(new Told(source, counts, pieces));
  }

  /** A later price lies over an earlier one. */
  private static List<Piece> laidOver(List<Price> prices) {
    List<Price> latestFirst =
        prices.stream()
            .sorted(Comparator.comparing(Price::validFrom).thenComparing(Price::priceId).reversed())
            .toList();
    List<Piece> pieces = new ArrayList<>();
    List<DaySpan> taken = new ArrayList<>();
    for (Price price : latestFirst) {
      Optional<DaySpan> days =
          DaySpan.of(Optional.of(price.validFrom()), Optional.ofNullable(price.validTo()));
      if (days.isPresent()) {
        days.get().without(taken).forEach(left -> pieces.add(new Piece(price, left)));
        taken.add(days.get());
      }
    }
    return pieces;
  }

  /** Returns the prices that count, each under its identity, of several parts with a number. */
  public List<Price> prices() {
    settle();
    return List.copyOf(book);
  }

  /** Returns where sources tell different prices: at most one of each place and pair of sources. */
  public List<MasterConflict> conflicts() {
    settle();
    return List.copyOf(conflicts);
  }

  private void settle() {
    if (!book.isEmpty() || sources.isEmpty()) {
      return;
    }
    Map<Place, List<Settled>> settled = new LinkedHashMap<>();
    sources.forEach(told -> settle(told, List.of(told.counts()), true, settled));
    sources.forEach(
        told -> settle(told, DaySpan.ALL.without(List.of(told.counts())), false, settled));
    Map<List<Object>, Integer> parts = new LinkedHashMap<>();
    for (List<Settled> ofPlace : settled.values()) {
      for (Settled one : ofPlace) {
        Price price = one.piece().price();
        int part = parts.merge(List.of(price.item().orgId(), price.priceId()), 1, Integer::sum);
        book.add(of(price, one.days(), part));
      }
    }
  }

  /** Days of a piece that count. */
  private record Settled(String source, Piece piece, DaySpan days) {}

  private void settle(
      Told source, List<DaySpan> within, boolean counting, Map<Place, List<Settled>> settled) {
    source
        .prices()
        .forEach(
            (place, pieces) -> {
              List<Settled> there = settled.computeIfAbsent(place, p -> new ArrayList<>());
              List<Settled> ofOthers =
                  there.stream().filter(s -> !s.source().equals(source.source())).toList();
              List<DaySpan> taken = ofOthers.stream().map(Settled::days).toList();
              for (Piece piece : pieces) {
                for (DaySpan part : within) {
                  piece
                      .days()
                      .and(part)
                      .ifPresent(
                          days -> {
                            if (counting) {
                              compare(source.source(), piece.price(), days, ofOthers);
                            }
                            days.without(taken)
                                .forEach(
                                    left -> there.add(new Settled(source.source(), piece, left)));
                          });
                }
              }
            });
  }

  private void compare(String source, Price price, DaySpan days, List<Settled> ofOthers) {
    for (Settled other : ofOthers) {
      Optional<DaySpan> both = days.and(other.days());
      Price taken = other.piece().price();
      if (both.isPresent()
          && !same(taken, price)
          && told.add(List.of(other.source(), source, price.item(), site(price)))) {
        conflicts.add(
            new MasterConflict(
                MasterKind.PRICE,
                price.item().orgId(),
                price.item().itemId(),
                site(price),
                "price",
                both.get().first(),
                both.get().last(),
                other.source(),
                text(taken),
                source,
                text(price)));
      }
    }
  }

  private static String site(Price price) {
    return price.siteId() == null ? "" : price.siteId();
  }

  private static boolean same(Price one, Price other) {
    return one.unitPrice().compareTo(other.unitPrice()) == 0
        && Objects.equals(one.currency(), other.currency());
  }

  private static String text(Price price) {
    BigDecimal plain = price.unitPrice().stripTrailingZeros();
    return plain.toPlainString() + (price.currency() == null ? "" : " " + price.currency());
  }

  private static Price of(Price price, DaySpan days, int part) {
    LocalDate last = days.last().equals(SourceCode.FOR_EVER) ? price.validTo() : days.last();
    return new Price(
        part == 1 ? price.priceId() : price.priceId() + "#" + part,
        price.item(),
        price.siteId(),
        days.first(),
        last,
        price.unitPrice(),
        price.currency());
  }
}
