package org.demandwright.core.decide.neighbour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the items that are bought together.
 *
 * <p>Pairs are counted among items that are in enough documents to be together often enough. How
 * often chance puts two of them together is told by documents of about the same size: who buys
 * forty items has any two of them together, and where some customers buy much and others little,
 * plain shares would call nearly every pair of popular items a match. Where all documents have the
 * same size, the lift is the usual one, together × documents ÷ (with the one × with the other).
 * Each pair is tested against chance (Fisher's exact test with as many documents as make that
 * expectation), and those are believed of which no more than a share is expected to be chance,
 * among all pairs that could have been together often enough (Benjamini and Hochberg).
 *
 * @param leastTogether documents with both, at least
 * @param falseShare share 0–1 of what is believed that may be chance
 * @param mostOfItem neighbours of one item at most, those first whose lift is the surest
 */
public record NeighbourSearch(int leastTogether, double falseShare, int mostOfItem) {
  private static final int CLASSES = 16;

  /**
   * What was found.
   *
   * @param tested pairs that could have been together often enough
   * @param neighbours by item, the surest first; each pair is told of both
   */
  public record Found(long tested, List<Neighbour> neighbours) {
    public Found {
      neighbours = List.copyOf(neighbours);
    }
  }

  public NeighbourSearch {
    if (leastTogether < 1 || mostOfItem < 1 || !(falseShare > 0 && falseShare < 1)) {
      throw new IllegalArgumentException(
          "%d together, %s of chance, %d an item".formatted(leastTogether, falseShare, mostOfItem));
    }
  }

  /** Finds neighbours among the items of baskets. */
  public Found in(Baskets baskets) {
    return in(baskets, PairCounts.MOST);
  }

  Found in(Baskets baskets, int mostPairs) {
    Sizes sizes = new Sizes(baskets, leastTogether);
    List<Neighbour> pairs = new ArrayList<>();
    int from = 0;
    while (from < sizes.frequent.length) {
      PairCounts counts = new PairCounts(from, sizes.frequent.length, mostPairs);
      sizes.count(counts);
      counts.each(
          (one, other, together) -> {
            if (together >= leastTogether) {
              Neighbour pair = sizes.pair(one, other, together);
              if (pair.probability() <= falseShare) {
                pairs.add(pair); // no other is believed: no threshold lies above the share
              }
            }
          });
      from = counts.to();
    }
    long frequent = sizes.frequent.length;
    long tested = frequent * (frequent - 1) / 2;
    double believed =
        Discoveries.threshold(
            pairs.stream().mapToDouble(Neighbour::probability).toArray(), tested, falseShare);
    return new Found(tested, ofItems(pairs, believed));
  }

  private List<Neighbour> ofItems(List<Neighbour> pairs, double believed) {
    Map<String, List<Neighbour>> ofItems = new TreeMap<>();
    for (Neighbour p : pairs) {
      if (p.probability() <= believed) {
        ofItems.computeIfAbsent(p.item(), item -> new ArrayList<>()).add(p);
        Neighbour back = back(p);
        ofItems.computeIfAbsent(back.item(), item -> new ArrayList<>()).add(back);
      }
    }
    Comparator<Neighbour> surest =
        Comparator.comparingDouble(Neighbour::sureLift)
            .reversed()
            .thenComparing(Neighbour::neighbour);
    return ofItems.values().stream()
        .flatMap(of -> of.stream().sorted(surest).limit(mostOfItem))
        .toList();
  }

  private static Neighbour back(Neighbour p) {
    return new Neighbour(
        p.neighbour(),
        p.item(),
        p.together(),
        p.withNeighbour(),
        p.withItem(),
        p.documents(),
        p.expected(),
        p.probability());
  }

  /** Documents by their size, of each item and in all. */
  private static final class Sizes {
    private final Baskets baskets;
    private final int[] frequent;
    private final int[] rank;
    private final int[][] of;
    private final int[] all = new int[CLASSES];

    Sizes(Baskets baskets, int leastTogether) {
      this.baskets = baskets;
      int[] in = new int[baskets.names().size()];
      for (int i = 0; i < baskets.size(); i++) {
        for (int at = baskets.begin(i); at < baskets.end(i); at++) {
          in[baskets.item(at)]++;
        }
      }
      rank = new int[in.length];
      List<Integer> often = new ArrayList<>();
      for (int item = 0; item < in.length; item++) {
        rank[item] = in[item] < leastTogether ? -1 : often.size();
        if (rank[item] >= 0) {
          often.add(item);
        }
      }
      frequent = often.stream().mapToInt(Integer::intValue).toArray();
      of = new int[frequent.length][CLASSES];
      for (int i = 0; i < baskets.size(); i++) {
        int size = sizeClass(baskets.end(i) - baskets.begin(i));
        all[size]++;
        for (int at = baskets.begin(i); at < baskets.end(i); at++) {
          int r = rank[baskets.item(at)];
          if (r >= 0) {
            of[r][size]++;
          }
        }
      }
    }

    /** Two classes for each doubling of the size. */
    private static int sizeClass(int size) {
      int doublings = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size);
      int upper = (size >> doublings - 1) & 1;
      return Math.min(CLASSES - 1, 2 * (doublings - 1) + upper);
    }

    void count(PairCounts counts) {
      for (int i = 0; i < baskets.size(); i++) {
        for (int a = baskets.begin(i); a < baskets.end(i); a++) {
          int one = rank[baskets.item(a)];
          for (int b = a + 1; one >= 0 && b < baskets.end(i); b++) {
            int other = rank[baskets.item(b)];
            if (other >= 0) {
              counts.add(one, other);
            }
          }
        }
      }
    }

    Neighbour pair(int one, int other, int together) {
      double expected = 0;
      long withOne = 0;
      long withOther = 0;
      for (int c = 0; c < CLASSES; c++) {
        withOne += of[one][c];
        withOther += of[other][c];
        expected += all[c] == 0 ? 0 : (double) of[one][c] * of[other][c] / all[c];
      }
      return new Neighbour(
          baskets.names().get(frequent[one]),
          baskets.names().get(frequent[other]),
          together,
          withOne,
          withOther,
          baskets.size(),
          expected,
          probability(together, withOne, withOther, expected));
    }

    /** What is no more than expected is chance. */
    private static double probability(
        long together, long withOne, long withOther, double expected) {
      if (together <= expected) {
        return 1;
      }
      long documents =
          Math.max(
              Math.max(withOne, withOther), Math.round((double) withOne * withOther / expected));
      return Hypergeometric.atLeast(together, documents, withOne, withOther);
    }
  }
}
