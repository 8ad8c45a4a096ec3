package org.demandwright.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.OptionalInt;

/**
 * The floors of the store, the use cases and the doors are divided by the same words, in the order
 * of the night. A class in {@code <floor>.<word>} knows its own word and earlier ones, on any
 * floor. What all words of a floor share ({@code app} itself, {@code store.sql}, {@code rest.wire},
 * {@code console.frame}) knows none; what puts a floor together ({@code rest}, {@code console} and
 * {@code batch} themselves) may know all.
 */
final class WordsInOrder extends ArchCondition<JavaClass> {
  private static final String ROOT = "org.demandwright.";

  static final List<String> WORDS =
      List.of(
          "access",
          "run",
          "demand",
          "supply",
          "source",
          "intake",
          "quality",
          "forecast",
          "plan",
          "decide",
          "review",
          "exchange");

  private static final List<String> FLOORS = List.of("store", "app", "batch", "rest", "console");

  private static final List<String> SHARED =
      List.of("app", "app.settings", "store.sql", "rest.wire", "console.frame");

  private WordsInOrder() {
    super("look back alone");
  }

  static ArchCondition<JavaClass> lookBackAlone() {
    return new WordsInOrder();
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      if (ahead(origin.getPackageName(), dependency.getTargetClass().getPackageName())) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  /** Returns whether a class of one package looks ahead when it knows one of another. */
  static boolean ahead(String from, String to) {
    OptionalInt target = word(to);
    if (target.isEmpty()) {
      return false;
    }
    return SHARED.contains(local(from)) || word(from).orElse(WORDS.size()) < target.getAsInt();
  }

  /** Returns the place of a package's word in the order; empty where it lies in none. */
  static OptionalInt word(String packageName) {
    String[] parts = local(packageName).split("\\.", -1);
    if (parts.length < 2 || !FLOORS.contains(parts[0])) {
      return OptionalInt.empty();
    }
    int place = WORDS.indexOf(parts[1]);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  private static String local(String packageName) {
    return packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : "";
  }
}
