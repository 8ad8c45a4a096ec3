package org.demandwright.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;

/**
 * A leaf is a package below a room: {@code org.demandwright.erp.jpa}, {@code
 * org.demandwright.core.model.weka}. It may be imported from its own room alone.
 */
final class LeavesArePrivate extends ArchCondition<JavaClass> {
  private static final String ROOT = "org.demandwright.";

  private LeavesArePrivate() {
    super("know no leaf of another room");
  }

  static ArchCondition<JavaClass> knowOnlyTheirOwnLeaves() {
    return new LeavesArePrivate();
  }

  @Override
  public void check(JavaClass origin, ConditionEvents events) {
    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getPackageName();
      if (isLeaf(target) && !room(target).equals(room(origin.getPackageName()))) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  static boolean isLeaf(String packageName) {
    return packageName.startsWith(ROOT) && !packageName.equals(room(packageName));
  }

  /** Returns {@code org.demandwright.erp} or, inside core, {@code org.demandwright.core.model}. */
  static String room(String packageName) {
    if (!packageName.startsWith(ROOT)) {
      return packageName;
    }
    String[] parts = packageName.split("\\.", -1);
    int depth = parts.length > 2 && parts[2].equals("core") ? 4 : 3;
    return String.join(".", Arrays.copyOf(parts, Math.min(depth, parts.length)));
  }
}
