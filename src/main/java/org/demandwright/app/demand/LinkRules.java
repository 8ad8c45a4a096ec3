package org.demandwright.app.demand;

import java.util.ArrayList;
import java.util.List;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.store.demand.LinkStore;

/**
 * How links are held against each other: no item follows itself over others, none has two
 * successors at a site, none ends before it begins to follow, and none is like two others.
 */
final class LinkRules {
  private LinkRules() {}

  /**
   * Refuses a link that does not fit.
   *
   * @param others the links beside it
   */
  static void requireFit(LifecycleLink link, List<LinkStore.Entry> others) {
    if (link.kind() != LifecycleLink.Kind.SUBSTITUTE) {
      List<String> way = new ArrayList<>(List.of(link.predecessor(), link.successor()));
      requireNoCircle(link, link.successor(), others, way);
    }
    for (LinkStore.Entry entry : others) {
      LifecycleLink other = entry.link();
      if (other.meets(link)) {
        requireOne(link, entry.linkId(), other);
      }
    }
  }

  private static void requireOne(LifecycleLink link, long id, LifecycleLink other) {
    if (link.kind().ends()
        && other.kind().ends()
        && link.predecessor().equals(other.predecessor())) {
      throw conflict(
          "%s is followed by %s already, from %s on (link %d): change or remove that."
              .formatted(other.predecessor(), other.successor(), other.first(), id));
    }
    boolean sameHistory =
        link.kind().inherits()
            && other.kind().inherits()
            && link.successor().equals(other.successor());
    if (sameHistory
        && (link.predecessor().equals(other.predecessor())
            || link.kind() == LifecycleLink.Kind.PHASE_IN
            || other.kind() == LifecycleLink.Kind.PHASE_IN)) {
      throw conflict(
          "%s has the history of %s already (link %d): an item is like one other, or follows others."
              .formatted(other.successor(), other.predecessor(), id));
    }
    if (link.kind() == LifecycleLink.Kind.SUBSTITUTE
        && other.kind() == LifecycleLink.Kind.SUBSTITUTE
        && link.predecessor().equals(other.predecessor())
        && link.successor().equals(other.successor())
        && link.overlaps(other)) {
      throw conflict(
          "%s can stand in for %s already (link %d)."
              .formatted(other.successor(), other.predecessor(), id));
    }
    if (link.kind().ends() && other.kind().ends()) {
      requireLater(link, other);
      requireLater(other, link);
    }
  }

  /** Who follows must have begun before it ends. */
  private static void requireLater(LifecycleLink to, LifecycleLink from) {
    if (to.successor().equals(from.predecessor()) && !to.first().isBefore(from.first())) {
      throw conflict(
          "%s follows %s from %s on, but ends by %s on %s: it has to begin before it ends."
              .formatted(
                  to.successor(), to.predecessor(), to.first(), from.successor(), from.first()));
    }
  }

  private static void requireNoCircle(
      LifecycleLink link, String item, List<LinkStore.Entry> others, List<String> way) {
    for (LinkStore.Entry entry : others) {
      LifecycleLink other = entry.link();
      if (other.kind() != LifecycleLink.Kind.SUBSTITUTE
          && other.org().equals(link.org())
          && other.predecessor().equals(item)) {
        way.add(other.successor());
        if (other.successor().equals(link.predecessor())) {
          throw conflict("The link would close a circle: %s.".formatted(String.join(" → ", way)));
        }
        requireNoCircle(link, other.successor(), others, way);
        way.remove(way.size() - 1);
      }
    }
  }

  private static Refused conflict(String message) {
    return new Refused(Refused.Kind.CONFLICT, message);
  }
}
