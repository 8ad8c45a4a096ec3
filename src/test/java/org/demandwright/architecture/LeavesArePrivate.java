package org.demandwright.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;

/**
 * A leaf hides how something is done behind the types of its room: {@code erp.jpa} behind {@code
 * erp}, {@code core.model.weka} behind {@code core.model}. It may be imported from its own room
 * alone.
 */
final class LeavesArePrivate extends ArchCondition<JavaClass> {
  private static final String ROOT = "org.demandwright.";

  private static final List<String> LEAVES =
      List.of(
          "erp.jpa",
          "file.tabular",
          "batch.jberet",
          "core.model.classic",
          "core.model.regression",
          "core.model.weka");

  private LeavesArePrivate() {
    super("know no leaf of another room");
  }

  static ArchCondition<JavaClass> knowOnlyTheirOwnLeaves() {
    return new LeavesArePrivate();
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      room(dependency.getTargetClass().getPackageName())
          .filter(room -> !within(origin.getPackageName(), room))
          .ifPresent(
              room ->
                  events.add(
                      SimpleConditionEvent.violated(dependency, dependency.getDescription())));
    }
  }

  /** Returns the room that a leaf belongs to; empty for what is no leaf. */
  static Optional<String> room(String packageName) {
    return LEAVES.stream()
        .map(leaf -> ROOT + leaf)
        .filter(leaf -> within(packageName, leaf))
        .map(leaf -> leaf.substring(0, leaf.lastIndexOf('.')))
        .findFirst();
  }

  private static boolean within(String packageName, String room) {
    return packageName.equals(room) || packageName.startsWith(room + ".");
  }
}
