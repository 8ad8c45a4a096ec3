package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.demandwright.app.settings.NeighbourSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.decide.neighbour.Baskets;
import org.demandwright.core.decide.neighbour.NeighbourSearch;
import org.demandwright.store.decide.NeighbourStore;
import org.demandwright.store.decide.NeighbourStore.Count;
import org.demandwright.store.decide.NeighbourStore.Where;

/**
 * Counts what is bought together, by company: once over all of its sites, and once for each site,
 * for those who see no others. The lines of a company are held packed while they are counted, eight
 * bytes each.
 */
@ApplicationScoped
public class FindNeighbours {
  private static final double HUNDRED = 100;

  private final NeighbourStore neighbours;
  private final Settings settings;

  @Inject
  FindNeighbours(NeighbourStore neighbours, Settings settings) {
    this.neighbours = neighbours;
    this.settings = settings;
  }

  FindNeighbours() {
    this(null, null);
  }

  /** Returns whether it is to be counted as of this day, of any company. */
  public boolean isDue(LocalDate asOf) {
    return !due(asOf).isEmpty();
  }

  /** Those of which was never counted, long ago, or of data that end later. */
  private List<String> due(LocalDate asOf) {
    NeighbourSettings set = settings.neighbours();
    if (set.days() == 0) {
      return List.of();
    }
    Map<String, LocalDate> counted = neighbours.countedOn();
    return neighbours.companies().stream()
        .filter(
            org ->
                Optional.ofNullable(counted.get(org))
                    .filter(on -> !on.isAfter(asOf) && on.plusDays(set.everyDays()).isAfter(asOf))
                    .isEmpty())
        .toList();
  }

  /**
   * Counts what was bought before this day, and keeps it, company after company, of those that are
   * due: one that broke off goes on with the next company.
   *
   * @return what was counted, in a sentence
   */
  public Words find(LocalDate asOf) {
    long documents = 0;
    long single = 0;
    long tooLarge = 0;
    long unnamed = 0;
    long found = 0;
    for (String org : due(asOf)) {
      Sorting sorting = new Sorting();
      neighbours.eachLine(org, asOf.minusDays(settings.neighbours().days()), asOf, sorting::add);
      List<Count> counts = counted(org, asOf, sorting);
      neighbours.replace(org, counts);
      Count all = counts.get(0);
      documents += all.documents();
      single += all.single();
      tooLarge += all.tooLarge();
      unnamed += sorting.unnamed;
      found += all.found().size();
    }
    neighbours.forgetOthers(new HashSet<>(neighbours.companies()));
    return Words.of(
        "neighbour.counted",
        documents,
        single,
        tooLarge,
        settings.neighbours().mostItems(),
        unnamed,
        found);
  }

  private List<Count> counted(String org, LocalDate asOf, Sorting sorting) {
    List<Count> counts = new ArrayList<>();
    counts.add(count(new Where(org, Optional.empty()), asOf, sorting.everywhere));
    sorting.bySite.forEach(
        (site, baskets) -> counts.add(count(new Where(org, Optional.of(site)), asOf, baskets)));
    return counts;
  }

  private Count count(Where where, LocalDate asOf, Baskets.Builder builder) {
    NeighbourSettings set = settings.neighbours();
    Baskets baskets = builder.build();
    NeighbourSearch.Found found =
        new NeighbourSearch(set.leastTogether(), set.falsePercent() / HUNDRED, set.mostOfItem())
            .in(baskets);
    return new Count(
        where,
        asOf.minusDays(set.days()),
        asOf,
        baskets.size(),
        baskets.single(),
        baskets.tooLarge(),
        found.tested(),
        found.neighbours());
  }

  /** Deals lines out to documents. */
  private final class Sorting {
    private final Baskets.Builder everywhere = builder();
    private final Map<String, Baskets.Builder> bySite = new TreeMap<>();
    private final Set<Baskets.Builder> atHand = new HashSet<>();
    private String document = "";
    private long unnamed;

    private Baskets.Builder builder() {
      return new Baskets.Builder(settings.neighbours().mostItems());
    }

    void add(NeighbourStore.Line line) {
      if (line.document().isEmpty()) {
        unnamed++;
        return;
      }
      if (!line.document().equals(document)) {
        everywhere.end();
        atHand.forEach(Baskets.Builder::end);
        atHand.clear();
        document = line.document();
      }
      everywhere.add(line.item());
      Baskets.Builder here = bySite.computeIfAbsent(line.site(), site -> builder());
      here.add(line.item());
      atHand.add(here);
    }
  }
}
