package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Expected;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.plan.Scope;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.access.ScopeNameStore;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.demand.SeriesScopeStore;

/**
 * Links between items that people enter: the next run of the forecast follows them. They are held
 * against each other, so that no item follows itself over others and none has two successors at a
 * site. Every refusal is a {@link Refused}.
 */
@ApplicationScoped
public class LifecycleLinks {
  private static final int MOST_CHARACTERS = 1000;
  private static final int USUAL_WEEKS = 8;

  private final LinkStore links;
  private final SeriesScopeStore series;
  private final ScopeNameStore names;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  LifecycleLinks(
      LinkStore links,
      SeriesScopeStore series,
      ScopeNameStore names,
      Clock clock,
      AuditTrail audit) {
    this.links = links;
    this.series = series;
    this.names = names;
    this.clock = clock;
    this.audit = audit;
  }

  LifecycleLinks() {
    this(null, null, null, null, null);
  }

  /**
   * A link to be entered.
   *
   * @param org empty = the one company that has both items
   * @param rampWeeks empty = 8, where there is a ramp
   */
  public record Request(
      Optional<String> org,
      LifecycleLink.Kind kind,
      String predecessor,
      String successor,
      Optional<String> site,
      LocalDate firstDay,
      Optional<LocalDate> lastDay,
      Optional<BigDecimal> factor,
      Optional<LifecycleLink.Ramp.Shape> ramp,
      Optional<Integer> rampWeeks,
      Optional<String> note) {}

  /** Returns links by their numbers. */
  public Page<LinkRecord> page(
      DataScope scope, LinkStore.Filter filter, Optional<String> cursor, int limit) {
    return Page.of(
            links.page(scope, filter, cursor.map(Cursors::number).orElse(0L), limit),
            limit,
            e -> Cursors.of(e.linkId()))
        .map(LinkRecord::of);
  }

  /** Returns one link. */
  public LinkRecord link(DataScope scope, long linkId) {
    return LinkRecord.of(find(scope, linkId));
  }

  private LinkStore.Entry find(DataScope scope, long linkId) {
    return links
        .find(scope, linkId)
        .orElseThrow(
            () ->
                new Refused(Refused.Kind.NOT_FOUND, "There is no lifecycle link " + linkId + "."));
  }

  /**
   * Enters a link.
   *
   * @param scope of whoever enters it: both items, and the sites at which it holds, must belong to
   *     it
   */
  @Transactional
  public LinkRecord add(DataScope scope, Request wanted, String by) {
    LifecycleLink link = link(scope, wanted);
    links.hold();
    requireFit(link, links.all());
    LinkRecord added = LinkRecord.of(links.add(link, note(wanted), by, clock.now()));
    audit.record("lifecycle-link.add", subject(added.linkId()), AuditTrail.NOTHING, added);
    return added;
  }

  /**
   * Puts another link into the place of one.
   *
   * @param seen what the caller takes it to be
   */
  @Transactional
  public LinkRecord change(
      DataScope scope, long linkId, Request wanted, String by, Expected<LinkRecord> seen) {
    links.hold();
    LinkRecord before = LinkRecord.of(find(scope, linkId));
    seen.check(before);
    requireWithin(scope, before.link());
    LifecycleLink link = link(scope, wanted);
    requireFit(link, links.all().stream().filter(other -> other.linkId() != linkId).toList());
    LinkRecord changed = LinkRecord.of(links.change(linkId, link, note(wanted), by, clock.now()));
    audit.record("lifecycle-link.change", subject(linkId), before, changed);
    return changed;
  }

  /**
   * Removes a link; versions that followed it keep what it did.
   *
   * @param seen what the caller takes it to be
   */
  @Transactional
  public void remove(DataScope scope, long linkId, Expected<LinkRecord> seen) {
    links.hold();
    LinkRecord before = LinkRecord.of(find(scope, linkId));
    seen.check(before);
    requireWithin(scope, before.link());
    if (links.remove(linkId)) {
      audit.record("lifecycle-link.remove", subject(linkId), before, AuditTrail.NOTHING);
    }
  }

  private static String subject(long linkId) {
    return "lifecycle-link/" + linkId;
  }

  private static String note(Request wanted) {
    String note = wanted.note().orElse("").strip();
    if (note.length() > MOST_CHARACTERS) {
      throw Refused.because(
          "note",
          "note has %d characters; at most %d are allowed."
              .formatted(note.length(), MOST_CHARACTERS));
    }
    return note;
  }

  private LifecycleLink link(DataScope scope, Request wanted) {
    String predecessor = wanted.predecessor().strip();
    String successor = wanted.successor().strip();
    String org = wanted.org().orElseGet(() -> company(scope, predecessor, successor));
    requireKnown(scope, "predecessor", org, predecessor);
    requireKnown(scope, "successor", org, successor);
    wanted.site().ifPresent(this::requireSite);
    if (wanted.rampWeeks().isPresent() && wanted.ramp().isEmpty()) {
      throw Refused.because("rampWeeks", "rampWeeks needs a ramp: LINEAR or LAUNCH.");
    }
    LifecycleLink link;
    try {
      link =
          new LifecycleLink(
              org,
              wanted.kind(),
              predecessor,
              successor,
              wanted.site().filter(site -> !site.isEmpty()),
              wanted.firstDay(),
              wanted.lastDay(),
              wanted.factor().orElse(BigDecimal.ONE),
              wanted
                  .ramp()
                  .map(
                      shape ->
                          new LifecycleLink.Ramp(shape, wanted.rampWeeks().orElse(USUAL_WEEKS))));
    } catch (IllegalArgumentException wrong) {
      throw new Refused(Refused.Kind.INVALID, "The link cannot be taken: " + wrong.getMessage());
    }
    requireWithin(scope, link);
    return link;
  }

  private String company(DataScope scope, String predecessor, String successor) {
    List<String> both = new ArrayList<>(links.companiesOf(scope, predecessor));
    if (both.isEmpty()) {
      throw unknown("predecessor", predecessor);
    }
    List<String> others = links.companiesOf(scope, successor);
    if (others.isEmpty()) {
      throw unknown("successor", successor);
    }
    both.retainAll(others);
    if (both.size() != 1) {
      throw Refused.because(
          "org",
          both.isEmpty()
              ? "No company has both items %s and %s.".formatted(predecessor, successor)
              : "The companies %s have both items: name the one that is meant as org."
                  .formatted(String.join(", ", both)));
    }
    return both.get(0);
  }

  private void requireKnown(DataScope scope, String field, String org, String item) {
    if (!links.isKnown(scope, org, item)) {
      throw unknown(field, item);
    }
  }

  private static Refused unknown(String field, String item) {
    return Refused.because(field, "There is no item '%s': see the list of items.".formatted(item));
  }

  private void requireSite(String site) {
    DataScope named = new DataScope(Optional.empty(), Optional.of(Set.of(site)), Optional.empty());
    if (!site.isEmpty() && !names.unknownSites(named).isEmpty()) {
      throw Refused.because(
          "site", "There is no site '%s': see the list of sites.".formatted(site));
    }
  }

  private void requireWithin(DataScope scope, LifecycleLink link) {
    boolean outside =
        Stream.of(link.predecessor(), link.successor())
            .map(
                item ->
                    new Scope(
                        Optional.of(link.org()),
                        Optional.of(item),
                        link.site(),
                        Optional.empty(),
                        Optional.empty()))
            .anyMatch(concerned -> series.reachesOutside(scope, concerned));
    boolean otherSite =
        link.site().isPresent()
            && scope.sites().filter(sites -> !sites.contains(link.site().get())).isPresent();
    if (outside || otherSite) {
      throw new Refused(
          Refused.Kind.FORBIDDEN,
          "A link may concern series that you may see, and no others: give it a site of yours.");
    }
  }

  private static void requireFit(LifecycleLink link, List<LinkStore.Entry> others) {
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
