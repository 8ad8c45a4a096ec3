package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;

/**
 * Items, sites, channels and companies whose codes look alike, see {@link Spelling}: probably one,
 * whose demand is planned in parts. One finding for all codes of which the same remains, about the
 * one that sold most. Effect = the units sold under the others.
 */
public final class LookAlikeCodes {

  private LookAlikeCodes() {}

  /** What one series sold. */
  public record Sold(Subject series, LocalDate first, LocalDate last, long lines, double units) {
    private Sold and(Sold other) {
      return new Sold(
          series,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last,
          lines + other.lines,
          units + other.units);
    }

    private Sold of(Subject subject) {
      return new Sold(subject, first, last, lines, units);
    }
  }

  /** What a code is the name of, within which company. */
  private enum Kind {
    COMPANY {
      @Override
      Subject of(Subject s) {
        return new Subject(s.org(), "", "", "");
      }

      @Override
      String code(Subject s) {
        return s.org();
      }
    },
    ITEM {
      @Override
      Subject of(Subject s) {
        return new Subject(s.org(), s.item(), "", "");
      }

      @Override
      String code(Subject s) {
        return s.item();
      }
    },
    SITE {
      @Override
      Subject of(Subject s) {
        return new Subject(s.org(), "", s.site(), "");
      }

      @Override
      String code(Subject s) {
        return s.site();
      }
    },
    CHANNEL {
      @Override
      Subject of(Subject s) {
        return new Subject(s.org(), "", "", s.channel());
      }

      @Override
      String code(Subject s) {
        return s.channel();
      }
    };

    abstract Subject of(Subject series);

    abstract String code(Subject subject);

    /** Codes are compared within their company, companies with each other. */
    String group(Subject subject) {
      String company = this == COMPANY ? "" : subject.org();
      return company + '\u001f' + Spelling.plain(code(subject));
    }
  }

  /** Returns what looks alike, kind by kind. */
  public static List<Finding> inspect(Collection<Sold> series) {
    List<Finding> found = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      Map<String, Map<String, Sold>> groups = new TreeMap<>();
      for (Sold s : series) {
        Subject subject = kind.of(s.series());
        groups
            .computeIfAbsent(kind.group(subject), group -> new TreeMap<>())
            .merge(kind.code(subject), s.of(subject), Sold::and);
      }
      groups.values().stream()
          .filter(codes -> codes.size() > 1)
          .forEach(codes -> found.add(finding(kind, codes.values())));
    }
    return found;
  }

  private static Finding finding(Kind kind, Collection<Sold> codes) {
    List<Sold> most =
        codes.stream().sorted(Comparator.comparingDouble(Sold::units).reversed()).toList();
    Sold main = most.get(0);
    List<Sold> others = most.subList(1, most.size());
    Sold rest = others.stream().reduce(Sold::and).orElseThrow();
    double all = main.units() + rest.units();
    double share = all > 0 ? rest.units() / all : 0;
    Words what =
        Words.of(
            "quality.look-alike." + kind.name().toLowerCase(Locale.ROOT),
            Spelling.shown(kind.code(main.series())),
            Words.list(
                others.stream()
                    .map(
                        s ->
                            Words.of(
                                "quality.look-alike.other",
                                Spelling.shown(kind.code(s.series())),
                                s.lines()))
                    .toList()),
            Quantity.words(all),
            Quantity.words(rest.units()));
    return new Finding(
        Rule.LOOK_ALIKE,
        Severity.ofShare(share),
        main.series(),
        rest.first(),
        rest.last(),
        LineSelection.ofDays(rest.first(), rest.last(), rest.lines()),
        List.of(),
        rest.units(),
        share,
        Optional.empty(),
        what);
  }
}
