package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.SeriesScopeStore;

/**
 * Corrections that people lay over raw demand. The next version is made with them; raw demand and
 * versions that were made before stay as they are. Every refusal is a {@link Refused}.
 */
@ApplicationScoped
public class DemandCorrections {
  private static final Logger LOG = System.getLogger(DemandCorrections.class.getName());
  private static final int LONGEST_REASON = 1_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final BigDecimal MOST_UNITS = new BigDecimal("1000000000000");

  private final LayerStore layers;
  private final SeriesScopeStore series;
  private final Settings settings;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  DemandCorrections(
      LayerStore layers,
      SeriesScopeStore series,
      Settings settings,
      Clock clock,
      AuditTrail audit) {
    this.layers = layers;
    this.series = series;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
  }

  DemandCorrections() {
    this(null, null, null, null, null);
  }

  /**
   * A correction to be laid.
   *
   * @param lastDay null = one day
   * @param delta base units more or less, or null
   * @param replacement base units in all instead, or null
   */
  public record Request(
      long seriesId,
      DemandLayer.Kind kind,
      LocalDate firstDay,
      LocalDate lastDay,
      BigDecimal delta,
      BigDecimal replacement,
      String reason) {}

  /**
   * Returns corrections, newest first.
   *
   * @param active whether they must count, or must have been withdrawn; empty = both
   */
  @Transactional
  public Page<LayerRecord> all(
      DataScope scope,
      Optional<Long> seriesId,
      Optional<Boolean> active,
      Optional<String> cursor,
      int limit) {
    List<LayerRecord> rows =
        records(
            layers.before(
                scope,
                cursor.map(Cursors::number).orElse(Long.MAX_VALUE),
                new LayerStore.Filter(seriesId, active),
                limit));
    return Page.of(rows, limit, row -> Cursors.of(row.layerId()));
  }

  /** Returns one correction. */
  @Transactional
  public LayerRecord correction(DataScope scope, long layerId) {
    return record(find(scope, layerId));
  }

  private LayerStore.Entry find(DataScope scope, long layerId) {
    return layers
        .find(scope, layerId)
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no correction " + layerId + "."));
  }

  /** Lays a correction. */
  @Transactional
  public LayerRecord add(DataScope scope, Request wanted, String by) {
    DemandLayer layer = layer(wanted);
    requirePast(layer);
    requireSeries(scope, wanted.seriesId());
    requireAlone(wanted.seriesId(), layer);
    LayerRecord laid =
        record(layers.add(wanted.seriesId(), layer, wanted.reason().strip(), by, clock.now()));
    LOG.log(
        Level.INFO,
        "{0} laid correction {1} over {2}: {3} from {4} to {5}, {6} becomes {7} units",
        by,
        laid.layerId(),
        laid.key(),
        layer.kind(),
        layer.first(),
        layer.last(),
        laid.before(),
        laid.after());
    audit.record("correction.add", "correction/" + laid.layerId(), AuditTrail.NOTHING, laid);
    return laid;
  }

  private static DemandLayer layer(Request wanted) {
    if (!wanted.kind().enteredByPeople()) {
      throw invalid(
          wanted.kind() + " is laid by the program alone; use MANUAL, OUTLIER or EXCLUDE.");
    }
    if (wanted.reason().isBlank()) {
      throw invalid("reason is empty; say why, for those who come after you.");
    }
    if (wanted.reason().length() > LONGEST_REASON) {
      throw invalid(
          "reason has %d characters; at most %d are allowed."
              .formatted(wanted.reason().length(), LONGEST_REASON));
    }
    requireUnits("delta", wanted.delta());
    requireUnits("replacement", wanted.replacement());
    LocalDate last = wanted.lastDay() == null ? wanted.firstDay() : wanted.lastDay();
    try {
      return new DemandLayer(
          wanted.kind(),
          wanted.firstDay(),
          last,
          Optional.ofNullable(wanted.delta()),
          Optional.ofNullable(wanted.replacement()));
    } catch (IllegalArgumentException wrong) {
      throw invalid("The correction cannot be taken: " + wrong.getMessage() + ".");
    }
  }

  private static void requireUnits(String name, BigDecimal units) {
    if (units != null && (units.abs().compareTo(MOST_UNITS) >= 0 || units.scale() > 6)) {
      throw invalid(
          "%s is %s; it needs fewer than 13 digits before the point and at most 6 after it."
              .formatted(name, units));
    }
  }

  /** A correction is about demand that was: the last day that is whole is yesterday. */
  private void requirePast(DemandLayer layer) {
    LocalDate last = clock.today(settings.intake().siteZone()).minusDays(1);
    if (layer.last().isAfter(last)) {
      throw Refused.because(
          layer.last().equals(layer.first()) ? "firstDay" : "lastDay",
          "A correction concerns demand that was, until %s at the latest, and not of %s: what is to come is an event or an override."
              .formatted(last, layer.last()));
    }
    if (layer.first().isBefore(FIRST_DAY)) {
      throw Refused.because(
          "firstDay", "No history begins before %s, as %s is.".formatted(FIRST_DAY, layer.first()));
    }
  }

  /**
   * Two corrections of one day would each be right alone: which of them counts is nobody's word.
   */
  private void requireAlone(long seriesId, DemandLayer layer) {
    layers.hold(seriesId);
    layers
        .overlapping(seriesId, layer.first(), layer.last())
        .ifPresent(
            other -> {
              throw new Refused(
                  Refused.Kind.CONFLICT,
                  "Correction %d of the series lies over days from %s to %s already: withdraw it, or leave these days out."
                      .formatted(other.layerId(), other.layer().first(), other.layer().last()));
            });
  }

  private void requireSeries(DataScope scope, long seriesId) {
    if (!series.holds(scope, seriesId)) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no series " + seriesId + ".");
    }
  }

  /** Withdraws a correction; it stays readable. */
  @Transactional
  public LayerRecord withdraw(DataScope scope, long layerId, String by) {
    requireOwn(find(scope, layerId));
    if (!layers.withdraw(layerId, by, clock.now())) {
      LayerStore.Entry there = find(scope, layerId);
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Correction %d was withdrawn at %s by %s."
              .formatted(
                  layerId, there.withdrawnAt().orElseThrow(), there.withdrawnBy().orElse("?")));
    }
    LOG.log(Level.INFO, "{0} withdrew correction {1}", by, layerId);
    LayerRecord withdrawn = record(find(scope, layerId));
    audit.record(
        "correction.withdraw",
        "correction/" + layerId,
        Map.of("withdrawn", false),
        Map.of("withdrawn", true, "correction", withdrawn));
    return withdrawn;
  }

  /** One that follows from a mark would be laid again after the next import. */
  private static void requireOwn(LayerStore.Entry layer) {
    if (layer.layer().kind() == DemandLayer.Kind.NOT_DEMAND) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Correction %d follows from a mark of what is not demand: withdraw that."
              .formatted(layer.layerId()));
    }
    if (layer.layer().kind() == DemandLayer.Kind.INHERITED) {
      throw new Refused(
          Refused.Kind.CONFLICT,
          "Correction %d follows from a lifecycle link: change or remove that."
              .formatted(layer.layerId()));
    }
  }

  private LayerRecord record(LayerStore.Entry e) {
    return records(List.of(e)).get(0);
  }

  private List<LayerRecord> records(List<LayerStore.Entry> entries) {
    Map<Long, BigDecimal> gross =
        layers.gross(entries.stream().map(LayerStore.Entry::layerId).toList());
    return entries.stream().map(e -> record(e, gross.get(e.layerId()))).toList();
  }

  private static LayerRecord record(LayerStore.Entry e, BigDecimal before) {
    return new LayerRecord(
        e.layerId(),
        e.seriesId(),
        e.key(),
        e.layer(),
        before,
        e.layer().over(before),
        Wordbook.english().say(e.said()),
        e.author(),
        e.createdAt(),
        e.withdrawnAt(),
        e.withdrawnBy());
  }

  private static Refused invalid(String message) {
    return new Refused(Refused.Kind.INVALID, message);
  }
}
