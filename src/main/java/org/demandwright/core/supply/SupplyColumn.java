package org.demandwright.core.supply;

import java.util.Objects;

/** A column of a view of stock and supply, and of the table that keeps it. */
public record SupplyColumn(String name, Type type, Meaning meaning, Need need) {
  /** What its values are. */
  public enum Type {
    TEXT,
    AMOUNT,
    WHOLE,
    DAY,
    FLAG
  }

  /** What is to be known of a value to judge it, and to say it in our words. */
  public enum Meaning {
    /** Nothing more than its type. */
    PLAIN,
    COMPANY,
    ITEM,
    SITE,
    /** An identity that is unique in its ERP alone. */
    IDENTITY,
    CURRENCY,
    /** Days of the week, 1 = Monday, such as 135. */
    WEEKDAYS,
    /** May not be less than 0. */
    NOT_NEGATIVE,
    /** Must be more than 0. */
    POSITIVE
  }

  /** Whether a row can do without. */
  public enum Need {
    /** A part of what makes the row the only one. A company may be empty. */
    KEY,
    /** A part of what makes the row the only one; empty = for all of them. */
    KEY_OR_ALL,
    /** Without it the row says nothing. */
    NEEDED,
    FREE
  }

  public SupplyColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(need, "need");
  }

  static SupplyColumn key(String name, Meaning meaning) {
    return new SupplyColumn(name, Type.TEXT, meaning, Need.KEY);
  }

  static SupplyColumn key(String name, Type type) {
    return new SupplyColumn(name, type, Meaning.PLAIN, Need.KEY);
  }

  static SupplyColumn text(String name, Meaning meaning) {
    return new SupplyColumn(name, Type.TEXT, meaning, Need.FREE);
  }

  static SupplyColumn text(String name) {
    return text(name, Meaning.PLAIN);
  }

  static SupplyColumn amount(String name, Meaning meaning) {
    return new SupplyColumn(name, Type.AMOUNT, meaning, Need.FREE);
  }

  static SupplyColumn whole(String name) {
    return new SupplyColumn(name, Type.WHOLE, Meaning.NOT_NEGATIVE, Need.FREE);
  }

  static SupplyColumn day(String name) {
    return new SupplyColumn(name, Type.DAY, Meaning.PLAIN, Need.FREE);
  }

  static SupplyColumn flag(String name) {
    return new SupplyColumn(name, Type.FLAG, Meaning.PLAIN, Need.FREE);
  }

  static SupplyColumn keyOrAll(String name, Meaning meaning) {
    return new SupplyColumn(name, Type.TEXT, meaning, Need.KEY_OR_ALL);
  }

  SupplyColumn needed() {
    return new SupplyColumn(name, type, meaning, Need.NEEDED);
  }

  /** Returns whether it is a part of what makes a row the only one. */
  public boolean isKey() {
    return need == Need.KEY || need == Need.KEY_OR_ALL;
  }
}
