package org.demandwright.rest.forecast;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ForecastId;
import org.demandwright.app.forecast.ForecastLineage;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.app.forecast.SeriesExplanation;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.DemandLineage;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.intake.KnownLineStore;

/** The words of {@link LineageResource}; what is not known is absent. */
public final class LineageWire {
  private LineageWire() {}

  /** Reads the id of a value. */
  static ForecastId id(String text) {
    return ForecastId.parse(text)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no forecast with this id; rows of forecasts tell theirs."));
  }

  /**
   * What a published value comes from.
   *
   * @param id of the value
   * @param step 1 … horizon
   * @param baseline the forecast as the models made it
   * @param override what overrides add, negative = take; absent where none lies on it
   * @param overrideId the topmost of them
   * @param method the models behind it
   * @param contestOf the version whose contest chose models and weights
   * @param contestDay that contest knew demand before this day
   * @param members the models with their weights; empty where the version was made before forecasts
   *     were explained
   * @param contributions what each feature adds, which sums to the baseline
   * @param corrections of people that lay over the demand, in the order in which they were laid
   * @param demand that the models received, derived once more from rows and corrections
   */
  public record Lineage(
      String id,
      long versionId,
      long seriesId,
      String org,
      String item,
      String site,
      String channel,
      String uom,
      int step,
      LocalDate periodStart,
      LocalDate periodEnd,
      BigDecimal baseline,
      BigDecimal override,
      Long overrideId,
      String method,
      long contestOf,
      LocalDate contestDay,
      List<Member> members,
      List<ExplanationDetail.Amount> contributions,
      List<Correction> corrections,
      Demand demand) {
    static Lineage of(String id, ForecastLineage.Origin origin) {
      ForecastLineage.Demand demand = origin.demand();
      ForecastStore.Row row = demand.forecast();
      return new Lineage(
          id,
          origin.version().versionId(),
          row.seriesId(),
          row.series().org(),
          row.series().item(),
          row.series().site(),
          row.series().channel(),
          row.series().uom(),
          row.bands().step(),
          row.start(),
          row.end(),
          origin.value().baseline(Share.ALL),
          origin.value().override(Share.ALL),
          row.over().flatMap(ForecastStore.Final::overrideId).orElse(null),
          row.series().modelId(),
          origin.version().made().contestOf(),
          origin.version().made().contestDay(),
          origin.explanation().map(LineageWire::members).orElse(List.of()),
          origin.explanation().map(e -> ExplanationDetail.Amount.of(e.total())).orElse(List.of()),
          LineageWire.corrections(demand),
          Demand.of(demand));
    }
  }

  /**
   * A model that took part.
   *
   * @param weight 0–1
   * @param forecast its own, not weighted
   */
  public record Member(String model, double weight, BigDecimal forecast) {}

  /**
   * A correction that lay over the demand.
   *
   * @param units what it changes in all, negative = less
   */
  public record Correction(
      long layerId,
      DemandLayer.Kind kind,
      LocalDate firstDay,
      LocalDate lastDay,
      BigDecimal units,
      String reason,
      String author,
      Instant createdAt) {}

  /**
   * The sums of all periods that the models received: sold − netted + corrected = demand, which is
   * what they received wherever a period is proved.
   *
   * @param knownAt rows and corrections are seen as of this instant
   * @param dataAsOf demand was known before this day
   * @param sold of rows that sell
   * @param returned of rows that take back
   * @param netted what the rule for returns takes from what was sold
   * @param corrected what corrections change
   * @param received what the version keeps of it
   * @param outside sold in periods that the models did not receive: the one of the launch, and one
   *     that the as-of day cuts
   * @param periods how many there are
   * @param unproved how many do not come to what was received; 0 proves the lineage
   */
  public record Demand(
      Instant knownAt,
      LocalDate dataAsOf,
      BigDecimal sold,
      BigDecimal returned,
      BigDecimal netted,
      BigDecimal corrected,
      BigDecimal demand,
      BigDecimal received,
      BigDecimal outside,
      long periods,
      long unproved) {
    static Demand of(ForecastLineage.Demand d) {
      List<DemandLineage.Sum> sums = d.lineage().periods();
      return new Demand(
          d.knownAt(),
          d.dataAsOf(),
          total(sums, DemandLineage.Sum::sold),
          total(sums, DemandLineage.Sum::returned),
          total(sums, DemandLineage.Sum::netted),
          total(sums, DemandLineage.Sum::corrected),
          total(sums, DemandLineage.Sum::demand),
          total(sums, Period::received),
          d.lineage().outside(),
          sums.size(),
          d.lineage().unproved());
    }

    private static BigDecimal total(
        List<DemandLineage.Sum> sums, Function<DemandLineage.Sum, BigDecimal> part) {
      return sums.stream().map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  /**
   * One period of the demand: sold − netted + corrected = demand.
   *
   * @param proved whether that is what the models received, to the last bit
   */
  public record Period(
      LocalDate periodStart,
      LocalDate periodEnd,
      BigDecimal sold,
      BigDecimal returned,
      BigDecimal netted,
      BigDecimal corrected,
      BigDecimal demand,
      BigDecimal received,
      boolean proved) {
    static Period of(DemandLineage.Sum s) {
      return new Period(
          s.period().start(),
          s.period().end().minusDays(1),
          s.sold(),
          s.returned(),
          s.netted(),
          s.corrected(),
          s.demand(),
          received(s),
          s.proved());
    }

    /** The exact decimal that the received number stands for, at the six decimals of rows. */
    static BigDecimal received(DemandLineage.Sum s) {
      return BigDecimal.valueOf(s.received());
    }
  }

  /**
   * A row of the ERP.
   *
   * @param source where it was read
   * @param sourceKind which table of the ERP its key belongs to
   * @param sourceKey the ERP's own key
   * @param quantity base units; a return is negative
   * @param countsOn the day on which it counts: of a return that of its sale, where the version
   *     nets returns so
   * @param derivedFrom the kit's row that it was made of
   * @param changedUntil when the ERP said otherwise, or it was gone; absent where it still says so
   */
  public record Row(
      String lineId,
      String source,
      String sourceKind,
      Long sourceKey,
      String documentNo,
      String lineKind,
      LocalDate demandDate,
      LocalDate countsOn,
      String customer,
      BigDecimal quantity,
      String uom,
      String derivedFrom,
      Instant changedUntil) {
    static Row of(KnownLineStore.KnownLine known) {
      SalesLine line = known.line();
      return new Row(
          line.lineId(),
          known.source(),
          line.sourceKind(),
          line.sourceKey(),
          line.documentNo(),
          line.lineKind(),
          line.bookedOn(),
          known.countsOn(),
          line.customerId(),
          line.quantity(),
          line.uomId(),
          line.derivedFrom(),
          known.knownUntil().orElse(null));
    }
  }

  private static List<Member> members(SeriesExplanation explanation) {
    return ExplanationDetail.of(explanation).members().stream()
        .map(m -> new Member(m.model(), m.weight(), m.forecast()))
        .toList();
  }

  private static List<Correction> corrections(ForecastLineage.Demand demand) {
    return IntStream.range(0, demand.layers().size())
        .mapToObj(
            i -> {
              LayerStore.Entry layer = demand.layers().get(i);
              return new Correction(
                  layer.layerId(),
                  layer.layer().kind(),
                  layer.layer().first(),
                  layer.layer().last(),
                  demand.lineage().periods().stream()
                      .map(p -> p.corrections().get(i))
                      .reduce(BigDecimal.ZERO, BigDecimal::add),
                  Wordbook.english().say(layer.said()),
                  layer.author(),
                  layer.createdAt());
            })
        .toList();
  }
}
