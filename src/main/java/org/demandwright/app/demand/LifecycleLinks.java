package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.demand.SeriesScopeStore;

/**
 * Links between items that people enter: the next run of the forecast follows them. They are held
 * against each other, so that no item follows itself over others and none has two successors at a
 * site. Every refusal is a {@link Refused}.
 */
@ApplicationScoped
public class LifecycleLinks {
  /** So many links are taken at once: each is held against all others. */
  public static final int MOST_ROWS = 1_000;

  private static final int MOST_CHARACTERS = 1000;
  private static final int USUAL_WEEKS = 8;

  private final LinkStore links;
  private final SeriesScopeStore series;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  LifecycleLinks(LinkStore links, SeriesScopeStore series, Clock clock, AuditTrail audit) {
    this.links = links;
    this.series = series;
    this.clock = clock;
    this.audit = audit;
  }

  LifecycleLinks() {
    this(null, null, null, null);
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

  /**
   * A row of many.
   *
   * @param linkId of the link that it changes; empty = it is a new one
   */
  public record Row(Optional<Long> linkId, Request request) {}

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
    LinkRules.requireFit(link, links.all());
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
    LinkRules.requireFit(
        link, links.all().stream().filter(other -> other.linkId() != linkId).toList());
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

  /** Enters and changes many links, all of them or none. */
  @Transactional
  public List<LinkRecord> write(DataScope scope, List<Row> rows, String by) {
    if (rows.isEmpty() || rows.size() > MOST_ROWS) {
      throw new Refused(
          Refused.Kind.INVALID, "%,d rows: send from 1 to %,d.".formatted(rows.size(), MOST_ROWS));
    }
    List<LinkRecord> written = new ArrayList<>();
    for (Row row : rows) {
      try {
        written.add(
            row.linkId().isPresent()
                ? change(scope, row.linkId().get(), row.request(), by, Expected.anything())
                : add(scope, row.request(), by));
      } catch (Refused wrong) {
        if (wrong.kind() != Refused.Kind.INVALID) {
          throw wrong.adding("It is row %d, counted from 0.".formatted(written.size()));
        }
        throw Refused.because(
            "rows/" + written.size() + (wrong.field().isEmpty() ? "" : "/" + wrong.field()),
            wrong.getMessage());
      }
    }
    return written;
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
    wanted.site().ifPresent(site -> requireSite(org, site));
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

  private void requireSite(String org, String site) {
    if (!site.isEmpty() && !links.isSite(org, site)) {
      throw Refused.because(
          "site",
          "There is no site '%s'%s: see the list of sites."
              .formatted(site, org.isEmpty() ? "" : " of company " + org));
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
}
