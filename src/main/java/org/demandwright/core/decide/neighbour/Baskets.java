package org.demandwright.core.decide.neighbour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Documents with what was bought on each, packed: four bytes an item of a document. A document with
 * one item tells of no pair, and one with very many, such as a first order of a new branch, tells
 * of no choice: both are counted and left out.
 */
public final class Baskets {
  private final List<String> names;
  private final int[] items;
  private final int[] ends;
  private final long single;
  private final long tooLarge;

  private Baskets(Builder b) {
    names = List.copyOf(b.names);
    items = Arrays.copyOf(b.items, b.size);
    ends = Arrays.copyOf(b.ends, b.count);
    single = b.single;
    tooLarge = b.tooLarge;
  }

  /** Returns the items by their numbers. */
  public List<String> names() {
    return names;
  }

  /** Returns how many documents tell of pairs. */
  public int size() {
    return ends.length;
  }

  /** Returns how many documents had a single item. */
  public long single() {
    return single;
  }

  /** Returns how many documents had too many items. */
  public long tooLarge() {
    return tooLarge;
  }

  int begin(int basket) {
    return basket == 0 ? 0 : ends[basket - 1];
  }

  int end(int basket) {
    return ends[basket];
  }

  int item(int at) {
    return items[at];
  }

  /** Takes documents one after the other. */
  public static final class Builder {
    private static final int FIRST = 1024;

    private final int mostItems;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] items = new int[FIRST];
    private int[] ends = new int[FIRST];
    private int[] basket = new int[FIRST];
    private int inBasket;
    private int size;
    private int count;
    private long single;
    private long tooLarge;

    /**
     * @param mostItems of a document that is counted
     */
    public Builder(int mostItems) {
      this.mostItems = mostItems;
    }

    /** Adds an item to the document at hand; again is as once. */
    public void add(String item) {
      if (inBasket == basket.length) {
        distinct();
      }
      if (inBasket == basket.length) {
        basket = Arrays.copyOf(basket, 2 * basket.length);
      }
      Integer number = numbers.get(item);
      if (number == null) {
        number = names.size();
        numbers.put(item, number);
        names.add(item);
      }
      basket[inBasket++] = number;
    }

    private void distinct() {
      Arrays.sort(basket, 0, inBasket);
      int kept = 0;
      for (int i = 0; i < inBasket; i++) {
        if (kept == 0 || basket[i] != basket[kept - 1]) {
          basket[kept++] = basket[i];
        }
      }
      inBasket = kept;
    }

    /** Ends the document at hand, if anything is on it. */
    public void end() {
      distinct();
      if (inBasket == 1) {
        single++;
      } else if (inBasket > mostItems) {
        tooLarge++;
      } else if (inBasket > 1) {
        keep();
      }
      inBasket = 0;
    }

    private void keep() {
      if (size + inBasket > items.length) {
        items = Arrays.copyOf(items, Math.max(size + inBasket, items.length + items.length / 2));
      }
      System.arraycopy(basket, 0, items, size, inBasket);
      size += inBasket;
      if (count == ends.length) {
        ends = Arrays.copyOf(ends, count + count / 2);
      }
      ends[count++] = size;
    }

    public Baskets build() {
      end();
      return new Baskets(this);
    }
  }
}
