package org.demandwright.store;

import static org.demandwright.store.Companies.AS_OF;
import static org.demandwright.store.Companies.DAY;
import static org.demandwright.store.Companies.NOW;
import static org.demandwright.store.Companies.RUN;
import static org.demandwright.store.Companies.SERIES;
import static org.demandwright.store.Companies.STAMP;
import static org.demandwright.store.Companies.VERSION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.decide.promotion.PromotionEffect.Level;
import org.demandwright.core.demand.BookingDays;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.LineSums;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.plan.Scope;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Subject;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.store.access.ScopeNameStore;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.AnySimulation;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.ExceptionQualityStore;
import org.demandwright.store.decide.ForecastErrorStore;
import org.demandwright.store.decide.HandoverStore;
import org.demandwright.store.decide.NeighbourStore;
import org.demandwright.store.decide.PastTotalsStore;
import org.demandwright.store.decide.PlannedStock;
import org.demandwright.store.decide.PolicyRuleStore;
import org.demandwright.store.decide.PriceResponseStore;
import org.demandwright.store.decide.PromotionEffectStore;
import org.demandwright.store.decide.ReleaseRuleStore;
import org.demandwright.store.decide.ReleaseStore;
import org.demandwright.store.decide.ReorderWriteStore;
import org.demandwright.store.decide.ScenarioStore;
import org.demandwright.store.decide.SimulatedPlaceStore;
import org.demandwright.store.decide.SimulationResultStore;
import org.demandwright.store.decide.SimulationStore;
import org.demandwright.store.decide.StockExceptionStore;
import org.demandwright.store.decide.StockPlanStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.demand.NotDemandStore;
import org.demandwright.store.demand.PromotionStore;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.AccuracyStore;
import org.demandwright.store.forecast.EvidenceStore;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.NervousnessStore;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.forecast.ReferenceStore;
import org.demandwright.store.forecast.ResultStore;
import org.demandwright.store.forecast.SeenStore;
import org.demandwright.store.forecast.SeriesCatalog;
import org.demandwright.store.forecast.SeriesSelection;
import org.demandwright.store.forecast.StandingStore;
import org.demandwright.store.forecast.SummaryStore;
import org.demandwright.store.forecast.TotalsStore;
import org.demandwright.store.forecast.VersionLinkStore;
import org.demandwright.store.forecast.VersionPartStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.KnownLineStore;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.intake.ReconcileStore;
import org.demandwright.store.intake.SourceLineStore;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.plan.OverrideStore;
import org.demandwright.store.plan.VolumeStore;
import org.demandwright.store.quality.ComparedValueStore;
import org.demandwright.store.quality.CustomerRows;
import org.demandwright.store.quality.QualityStore;
import org.demandwright.store.run.PlanStore;
import org.demandwright.store.source.MasterSourceStore;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.supply.SentSupplyStore;
import org.demandwright.store.supply.SupplyAccountStore;
import org.demandwright.store.supply.SupplyStore;

/** Every question to a store that knows companies. */
final class CompanyQueries {
  private static final MasterDataPages.Filter ANY_MASTER_DATA =
      new MasterDataPages.Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final String SOURCE = "dw_sales_line";
  private static final String PUSH = "push";
  private static final int MANY = 1_000;
  private static final long NO_VERSION = 999;
  private static final List<String> ITEMS = List.of("cup", "set", "tea");
  private static final LineSelection LINES = LineSelection.ofDays(DAY, DAY, 2);

  private final DataScope reader;
  private final List<Query> all = new ArrayList<>();

  private CompanyQueries(DataScope reader) {
    this.reader = reader;
    seriesAndMasterData();
    scopes();
    lines();
    pushedLines();
    days();
    accounts();
    versions();
    seen();
    standings();
    layersAndFindings();
    overrides();
    volumes();
  }

  /** Returns the questions as somebody asks them who may see this part of the data. */
  static List<Query> of(DataScope reader) {
    return new CompanyQueries(reader).all;
  }

  /**
   * One question.
   *
   * @param doubles whether it is one to all companies, so that the numbers of its answer double;
   *     else the answer stays as it is
   */
  record Query(String name, boolean doubles, Function<Stores, List<?>> question) {
    /** Whether what it answers with depends on what may be seen. */
    boolean isScoped() {
      return name.matches(
          "(?!ScopeNameStore).*\\[DataScope.*|ForecastStore.(page|blocks).*|TotalsStore.series.*|.*SeriesSelection.*");
    }

    List<?> of(Stores stores) {
      return question.apply(stores);
    }

    List<?> expected(List<?> alone) {
      return doubles ? alone.stream().map(n -> 2 * ((Number) n).doubleValue()).toList() : alone;
    }
  }

  private void releases() {
    stays("ReleaseRuleStore.rules[]", s -> new ReleaseRuleStore(s.sql()).rules());
    stays("ReleaseRuleStore.state[]", s -> new ReleaseRuleStore(s.sql()).state());
    stays("ReleaseStore.run[long]", s -> new ReleaseStore(s.sql()).run(1));
    stays("ReleaseStore.kept[long, long]", s -> new ReleaseStore(s.sql()).kept(1, 101));
    doubles(
        "ReleaseStore.keptBy[long]",
        s ->
            new ReleaseStore(s.sql())
                .keptBy(1).stream().mapToLong(ReleaseStore.KeptCount::count).sum());
    stays("ReleaseStore.done[Collection]", s -> new ReleaseStore(s.sql()).done(List.of(1L)));
    doubles(
        "ReleaseStore.releasedOn[LocalDate, String]",
        s -> new ReleaseStore(s.sql()).releasedOn(DAY, "EUR").doubleValue());
    doubles(
        "ReleaseStore.released[long]",
        s ->
            new ReleaseStore(s.sql())
                .released(1).stream().mapToDouble(r -> r.units().doubleValue()).sum());
  }

  private void links() {
    Function<Stores, LinkStore> links = s -> new LinkStore(s.sql());
    doubles("LinkStore.all[]", s -> links.apply(s).all(), entry -> 1);
    doubles(
        "LinkStore.page[DataScope, Filter, long, int]",
        s ->
            links
                .apply(s)
                .page(
                    reader,
                    new LinkStore.Filter(Optional.empty(), Optional.empty(), Optional.empty()),
                    0,
                    MANY),
        entry -> 1);
    stays("LinkStore.find[DataScope, long]", s -> links.apply(s).find(reader, 1));
    stays(
        "ResultStore.sharedBandBases[long, Collection]",
        s -> s.results().sharedBandBases(VERSION, List.of(1L, 2L)).size());
    stays("LinkStore.isSite[String, String]", s -> links.apply(s).isSite("A", "S1"));
    stays(
        "LinkStore.isKnown[DataScope, String, String]",
        s -> links.apply(s).isKnown(reader, "A", "tea"));
    doubles(
        "LinkStore.companiesOf[DataScope, String]",
        s -> links.apply(s).companiesOf(reader, "tea").size());
    stays(
        "LinkStore.inherited[long, long, long]", s -> links.apply(s).inherited(VERSION, 0, SERIES));
    doubles(
        "VersionLinkStore.of[long]", s -> new VersionLinkStore(s.sql()).of(VERSION), joined -> 1);
    stays(
        "VersionLinkStore.means[long, Collection]",
        s -> new VersionLinkStore(s.sql()).means(VERSION, List.of(1L, 2L)));
  }

  private void neighbours() {
    doubles("NeighbourStore.companies[]", s -> new NeighbourStore(s.sql()).companies().size());
    doubles("NeighbourStore.countedOn[]", s -> new NeighbourStore(s.sql()).countedOn().size());
    stays(
        "NeighbourStore.eachLine[String, LocalDate, LocalDate, Consumer]",
        s ->
            CompanyQueries.<NeighbourStore.Line>collected(
                all -> new NeighbourStore(s.sql()).eachLine("A", DAY.minusYears(1), AS_OF, all)));
    doubles(
        "NeighbourStore.page[DataScope, Filter, Position, int]",
        s ->
            new NeighbourStore(s.sql())
                .page(reader, NeighbourStore.Filter.all(), NeighbourStore.Position.START, MANY),
        row -> row.neighbour().together());
  }

  private void simulations() {
    stays(
        "SimulationStore.find[long]",
        s -> new SimulationStore(s.sql()).find(1).map(f -> f.order().by()));
    stays(
        "SimulationStore.before[Optional, Collection, long, int]",
        s ->
            new SimulationStore(s.sql())
                .before(Optional.empty(), List.of("default"), MANY, MANY).stream()
                    .map(f -> f.simulationId())
                    .toList());
    stays(
        "SimulationStore.newest[Optional, String]",
        s ->
            new SimulationStore(s.sql())
                .newest(Optional.empty(), "default")
                .map(f -> f.simulationId()));
    stays("SimulationStore.unfinished[]", s -> new SimulationStore(s.sql()).unfinished().size());
    stays(
        "SimulationStore.unfinished[String]", s -> new SimulationStore(s.sql()).unfinished("eve"));
    doubles(
        "SimulatedPlaceStore.page[long, long, int]",
        s -> new SimulatedPlaceStore(s.sql()).page(1, 0, MANY),
        p -> 1);
    doubles(
        "SimulatedPlaceStore.refusals[long]",
        s ->
            new SimulatedPlaceStore(s.sql())
                .refusals(1).values().stream().mapToDouble(n -> n).sum());
    stays(
        "PastTotalsStore.isForecast[long, int, String]",
        s -> new PastTotalsStore(s.sql()).isForecast(1, 0, "TSB"));
    stays(
        "PastTotalsStore.of[long, long]",
        s -> List.copyOf(new PastTotalsStore(s.sql()).of(2, 1).keySet()));
    doubles(
        "PastTotalsStore.leftOver[long]",
        s -> new PastTotalsStore(s.sql()).leftOver(1).values().stream().mapToDouble(n -> n).sum());
    doubles(
        "SimulationResultStore.sums[long, ReplayWindows]",
        s ->
            new SimulationResultStore(s.sql())
                .sums(2, AnySimulation.ground().windows()).stream()
                    .mapToDouble(r -> r.tested().money().total().doubleValue())
                    .sum());
    doubles(
        "SimulationResultStore.results[long, ReplayWindows]",
        s ->
            new SimulationResultStore(s.sql())
                .results(1, AnySimulation.ground().windows()).stream()
                    .mapToDouble(r -> r.tested().money().total().doubleValue())
                    .sum());
  }

  private void answers() {
    doubles(
        "AnswerStore.waiting[]",
        s -> new AnswerStore(s.sql()).waiting(),
        c -> c.accepted().doubleValue());
    doubles(
        "AnswerStore.used[]",
        s -> List.copyOf(new AnswerStore(s.sql()).used().values()),
        BigDecimal::doubleValue);
    stays("AnswerStore.found[Collection]", s -> new AnswerStore(s.sql()).found(List.of(1L)));
    stays("AnswerStore.answers[long]", s -> new AnswerStore(s.sql()).answers(1));
    stays("AnswerStore.cases[Collection]", s -> new AnswerStore(s.sql()).cases(List.of(1L)));
    stays("AnswerStore.find[DataScope, long]", s -> new AnswerStore(s.sql()).find(reader, 1));
    doubles(
        "AnswerStore.each[DataScope, String, LocalDate, LocalDate, Consumer]",
        s ->
            CompanyQueries.<SuggestionCase>collected(
                all ->
                    new AnswerStore(s.sql())
                        .each(
                            reader,
                            "default",
                            LocalDate.of(2000, 1, 1),
                            LocalDate.of(2100, 1, 1),
                            all)),
        c -> c.quantity().doubleValue());
  }

  private void handovers() {
    HandoverStore.Filter any =
        new HandoverStore.Filter(
            reader,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    doubles(
        "HandoverStore.page[Filter, long, int]",
        s -> new HandoverStore(s.sql()).page(any, 0, MANY),
        h -> h.quantity().doubleValue());
    stays("HandoverStore.find[DataScope, long]", s -> new HandoverStore(s.sql()).find(reader, 1));
    stays("HandoverStore.newest[long]", s -> new HandoverStore(s.sql()).newest(1));
  }

  private void reorderWrites() {
    ReorderWriteStore.Filter any =
        new ReorderWriteStore.Filter(
            reader, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    doubles(
        "ReorderWriteStore.page[Filter, long, int]",
        s -> new ReorderWriteStore(s.sql()).page(any, 0, MANY),
        w -> w.minimum().doubleValue());
    stays(
        "ReorderWriteStore.find[DataScope, long]",
        s -> new ReorderWriteStore(s.sql()).find(reader, 1));
    doubles(
        "ReorderWriteStore.unsettled[]",
        s -> new ReorderWriteStore(s.sql()).unsettled(),
        w -> w.minimum().doubleValue());
  }

  /** A question that concerns one company. */
  private void stays(String name, Function<Stores, Object> question) {
    all.add(
        new Query(
            name,
            false,
            stores -> {
              Object answer = question.apply(stores);
              if (answer instanceof Optional<?> perhaps) {
                return perhaps.stream().toList();
              }
              return answer instanceof List<?> rows ? rows : List.of(answer);
            }));
  }

  /** A question to all, by a number. */
  private void doubles(String name, ToDoubleFunction<Stores> question) {
    all.add(new Query(name, true, stores -> List.of(question.applyAsDouble(stores))));
  }

  /** A question to all, by the number of its rows and a sum over them. */
  private <T> void doubles(
      String name, Function<Stores, Collection<T>> question, ToDoubleFunction<T> amount) {
    all.add(
        new Query(
            name,
            true,
            stores -> {
              Collection<T> rows = question.apply(stores);
              return List.of((double) rows.size(), rows.stream().mapToDouble(amount).sum());
            }));
  }

  private static <T> List<T> collected(Consumer<Consumer<T>> handing) {
    List<T> all = new ArrayList<>();
    handing.accept(all::add);
    return all;
  }

  private static <T> List<T> allOf(Supplier<List<T>> blocks) {
    List<T> all = new ArrayList<>();
    for (List<T> block = blocks.get(); !block.isEmpty(); block = blocks.get()) {
      all.addAll(block);
    }
    return all;
  }

  private void seriesAndMasterData() {
    doubles("SeriesStore.count[]", s -> s.series().count());
    doubles("SeriesStore.after[long, int]", s -> s.series().after(0, MANY), r -> 1);
    doubles("SeriesStore.all[]", s -> s.series().all(), r -> 1);
    stays("SeriesStore.ofItem[String, String]", s -> s.series().ofItem("A", "tea"));
    links();
    stays(
        "SeriesStore.open[long, long, View]",
        s -> s.series().open(1, SERIES, new SeriesStore.View(DAY, Optional.of(NOW), false)));
    stays(
        "SeriesStore.days[long, long, View]",
        s -> s.series().days(1, SERIES, new SeriesStore.View(AS_OF, Optional.of(NOW), false)));
    stays(
        "KnownLineStore.page[long, View, LocalDate, LocalDate, Position, int]",
        s ->
            new KnownLineStore(s.sql())
                .page(
                    SERIES,
                    new SeriesStore.View(AS_OF, Optional.of(NOW), false),
                    AS_OF.minusYears(20),
                    AS_OF,
                    KnownLineStore.Position.START,
                    MANY));
    stays(
        "SeriesCatalog.page[DataScope, long, Filter, long, int]",
        s -> s.catalog().page(reader, VERSION, anySeries(), 0, SERIES));
    doubles(
        "MasterDataPages.items[DataScope, Filter, Position, int]",
        s ->
            new MasterDataPages(s.sql())
                .items(reader, ANY_MASTER_DATA, MasterDataPages.Position.START, MANY),
        i -> 1);
    doubles(
        "MasterDataPages.sites[DataScope, Filter, Position, int]",
        s ->
            new MasterDataPages(s.sql())
                .sites(reader, ANY_MASTER_DATA, MasterDataPages.Position.START, MANY),
        i -> 1);
    doubles("MasterDataStore.categories[]", s -> s.masterData().categories().keySet(), i -> 1);
    doubles("MasterDataStore.items[]", s -> s.masterData().items().values(), i -> 1);
    doubles("MasterDataStore.sites[]", s -> s.masterData().sites(), i -> 1);
    doubles(
        "MasterDataStore.components[]",
        s -> s.masterData().components(),
        c -> c.quantity().doubleValue());
    doubles("MasterDataStore.recheck[]", s -> s.masterData().recheck(), i -> 1);
    doubles(
        "MasterDataStore.prices[Collection]",
        s -> s.masterData().prices(ITEMS),
        p -> p.unitPrice().doubleValue());
    doubles(
        "MasterDataStore.promotions[Collection]", s -> s.masterData().promotions(ITEMS), p -> 1);
    doubles("MasterDataStore.stockOuts[Collection]", s -> s.masterData().stockOuts(ITEMS), o -> 1);
    doubles(
        "MasterDataStore.stockOutsUntil[String, LocalDate]",
        s -> s.masterData().stockOutsUntil(SourceStore.FIRST, DAY.plusDays(4)),
        o -> 1);
  }

  private static SeriesCatalog.Filter anySeries() {
    return new SeriesCatalog.Filter(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private void scopes() {
    Scope company =
        new Scope(
            Optional.of("A"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    stays(
        "SeriesScopeStore.holds[DataScope, long]",
        s -> new SeriesScopeStore(s.sql()).holds(reader, 3));
    stays(
        "SeriesScopeStore.reachesOutside[DataScope, Scope]",
        s -> new SeriesScopeStore(s.sql()).reachesOutside(reader, company));
    stays(
        "SeriesScopeStore.reachesInto[DataScope, Scope]",
        s -> new SeriesScopeStore(s.sql()).reachesInto(reader, company));
  }

  private void lines() {
    stays(
        "LineStore.each[long, long, LocalDate, LocalDate, BiConsumer]",
        s -> {
          List<Object> seen = new ArrayList<>();
          s.lines().each(1, SERIES, DAY, AS_OF, (id, line) -> seen.add(Map.entry(id, line)));
          return seen;
        });
    stays(
        "LineStore.eachChanged[long, long, ThirteenWeeks, BiConsumer]",
        s -> {
          List<Object> seen = new ArrayList<>();
          s.lines()
              .eachChanged(
                  1, SERIES, ThirteenWeeks.of(DAY), (id, line) -> seen.add(Map.entry(id, line)));
          return seen;
        });
    stays(
        "LineStore.selected[long, LineSelection, Position, int]",
        s -> s.lines().selected(3, repeats(), LineStore.Position.START, MANY));
    stays(
        "LineStore.selected[DataScope, Subject, LineSelection, Position, int]",
        s ->
            s.lines()
                .selected(
                    reader,
                    new Subject("A", "tea", "S1", ""),
                    LINES,
                    LineStore.Position.START,
                    MANY));
    doubles(
        "LineStore.standing[DataScope, Optional, boolean, boolean, Optional, Optional, String, int]",
        s ->
            s.lines()
                .standing(
                    reader,
                    Optional.empty(),
                    false,
                    false,
                    Optional.of(AS_OF),
                    Optional.empty(),
                    "",
                    MANY),
        l -> l.quantity().doubleValue());
    doubles(
        "LineStore.quarantined[DataScope, Optional, String, int]",
        s -> s.lines().quarantined(reader, Optional.empty(), "", MANY),
        q -> 1);
    stays(
        "LineStore.samples[List, int]",
        s ->
            s.lines()
                .samples(
                    List.of(new LineStore.OfSeries(3, repeats()), new LineStore.OfSeries(2, LINES)),
                    2));
    stays("ChangedSales.of[long, long]", s -> s.changed().of(1, SERIES));
    stays("ChangedSales.spans[]", s -> s.changed().spans());
    stays(
        "ChangedSales.in[ThirteenWeeks, long, long]",
        s -> s.changed().in(ThirteenWeeks.of(DAY), 1, SERIES));
    stays(
        "ChangedSales.ofEverySeries[ThirteenWeeks]",
        s -> s.changed().ofEverySeries(ThirteenWeeks.of(DAY)));
    doubles(
        "ChangedSales.seriesIn[ThirteenWeeks, long, int]",
        s -> s.changed().seriesIn(ThirteenWeeks.of(DAY), 0, MANY),
        id -> 1);
    stays("SalesSumStore.of[long, long]", s -> s.sums().of(1, SERIES));
    stays(
        "SalesSumStore.since[ThirteenWeeks, Collection]",
        s -> s.sums().since(ThirteenWeeks.of(DAY), List.of(1L, 2L)));
    stays(
        "SalesSumStore.daysSince[ThirteenWeeks, Collection]",
        s -> s.sums().daysSince(ThirteenWeeks.of(DAY), List.of(1L, 2L)));
    stays("SalesSumStore.days[long, long]", s -> s.sums().days(1, SERIES));
    stays("SalesSumStore.before[LocalDate, long, long]", s -> s.sums().before(AS_OF, 1, SERIES));
    stays(
        "SeriesDemand.of[long, long, View]",
        s -> s.demand().of(1, SERIES, new SeriesStore.View(AS_OF, Optional.empty(), false)));
    doubles(
        "QuarantineStore.after[String, String, int]",
        s -> s.quarantine().after(SOURCE, "", MANY),
        q -> 1);
    doubles("SalesLineStore.countUsed[LocalDate]", s -> s.salesLines().countUsed(AS_OF));
    doubles("SalesLineStore.countExcluded[]", s -> s.salesLines().countExcluded().get("DRAFT"));
    doubles(
        "SalesLineStore.countQuarantined[]", s -> s.salesLines().countQuarantined().get("NO_DATE"));
    stays(
        "SalesLineStore.lastDemand[LocalDate, Optional]",
        s -> s.salesLines().lastDemand(null, Optional.of(NOW)));
    stays(
        "SalesLineStore.firstDemand[Optional]", s -> s.salesLines().firstDemand(Optional.empty()));
    stays(
        "SalesLineStore.position[String]",
        s -> List.of(s.salesLines().position(SOURCE).isPresent()));
  }

  private void pushedLines() {
    doubles(
        "MasterDataPages.categories[Collection]",
        s -> new MasterDataPages(s.sql()).categories(List.of("tea")).values(),
        category -> 1);
    stays(
        "PushedLineStore.of[String, Collection]",
        s ->
            s
                .pushedLines()
                .of(PUSH, List.of(new PushedLine.Identity("A", "D1", "1")))
                .values()
                .stream()
                .map(PushedLine::identity)
                .toList());
    doubles("PushedLineStore.count[String]", s -> s.pushedLines().count(PUSH));
    doubles("SourceLineStore.lines[String]", s -> s.sourceLines().lines(SOURCE));
    stays("SourceLineStore.holds[String]", s -> s.sourceLines().holds(SOURCE));
    doubles(
        "MasterSourceStore.itemsOfOthers[]",
        s -> new MasterSourceStore(s.sql()).itemsOfOthers().keySet(),
        item -> 1);
    doubles(
        "SupplyStore.each[SupplyTable, Consumer]",
        s ->
            CompanyQueries.<SupplyRow>collected(
                all -> new SupplyStore(s.sql()).each(SupplyTable.STOCK_LEVEL, all)),
        row -> row.amount("on_hand").doubleValue());
    stays(
        "SupplyStore.ofItems[SupplyTable, String, Collection]",
        s -> new SupplyStore(s.sql()).ofItems(SupplyTable.STOCK_LEVEL, "A", List.of("A")));
    stays(
        "SupplyStore.isTold[SupplyTable]",
        s -> new SupplyStore(s.sql()).isTold(SupplyTable.OPEN_DEMAND));
    stays(
        "SupplyStore.breaksOf[String, Collection]",
        s -> new SupplyStore(s.sql()).breaksOf("A", List.of("A")));
    stays(
        "SupplyStore.holds[SupplyTable, String]",
        s -> new SupplyStore(s.sql()).holds(SupplyTable.STOCK_LEVEL, "A"));
    stays("PolicyRuleStore.rules[]", s -> new PolicyRuleStore(s.sql()).rules());
    releases();
    simulations();
    stays("DecisionStore.made[String]", s -> new DecisionStore(s.sql()).made("default"));
    stays(
        "StockPlanStore.footings[long, List]",
        s -> new StockPlanStore(s.sql()).footings(1, List.of(1L)));
    doubles(
        "StockPlanStore.refusals[long]",
        s -> List.copyOf(new StockPlanStore(s.sql()).refusals(1).values()),
        Long::doubleValue);
    stays("DecisionStore.newest[String]", s -> new DecisionStore(s.sql()).newest("default"));
    stays("DecisionStore.ofInstance[long]", s -> new DecisionStore(s.sql()).ofInstance(RUN));
    stays("DecisionStore.find[long]", s -> new DecisionStore(s.sql()).find(1));
    doubles("StockPlanStore.contents[long]", s -> new StockPlanStore(s.sql()).contents(1).rows());
    doubles(
        "StockPlanStore.each[long, Consumer]",
        s ->
            CompanyQueries.<PlannedStock>collected(all -> new StockPlanStore(s.sql()).each(1, all)),
        plan -> plan.lead().mean());
    doubles(
        "StockPlanStore.page[long, Filter, long, int]",
        s -> new StockPlanStore(s.sql()).page(1, StockPlanStore.Filter.all(), 0, MANY),
        plan -> plan.lead().mean());
    doubles(
        "SuggestionStore.told[Decision, SuggestionState, LocalDate, Filter, long, int]",
        s ->
            new SuggestionStore(s.sql())
                .told(
                    new DecisionStore(s.sql()).newest("default").orElseThrow(),
                    SuggestionState.ACCEPTED,
                    AS_OF,
                    SuggestionStore.Filter.all(),
                    0,
                    MANY),
        told -> told.suggestion().accepted().doubleValue());
    stays(
        "SuggestionStore.find[long, long]",
        s ->
            new SuggestionStore(s.sql())
                .find(1, new SuggestionStore(s.sql()).of(1, List.of(1L)).get(0).number())
                .map(order -> order.suggestion().quantity()));
    doubles("SuggestionStore.before[long]", s -> new SuggestionStore(s.sql()).before(1).size());
    answers();
    handovers();
    reorderWrites();
    stays(
        "StockPlanStore.classes[long, List]",
        s -> new StockPlanStore(s.sql()).classes(1, List.of(1L)));
    doubles("SuggestionStore.contents[long]", s -> new SuggestionStore(s.sql()).contents(1).rows());
    doubles(
        "SuggestionStore.of[long, List]",
        s -> new SuggestionStore(s.sql()).of(1, List.of(1L, 2L)),
        order -> order.suggestion().quantity().doubleValue());
    doubles(
        "SuggestionStore.page[long, Filter, long, int, int]",
        s -> new SuggestionStore(s.sql()).page(1, SuggestionStore.Filter.all(), 0, 0, MANY),
        order -> order.suggestion().quantity().doubleValue());
    prices();
    doubles(
        "StockExceptionStore.page[String, Filter, Position, int]",
        s ->
            new StockExceptionStore(s.sql())
                .page("default", seenExceptions(), StockExceptionStore.Position.START, MANY),
        e -> e.risk().units().doubleValue());
    stays(
        "StockExceptionStore.find[DataScope, long]",
        s -> new StockExceptionStore(s.sql()).find(reader, 1));
    doubles(
        "PromotionStore.page[Filter, Position, int]",
        s ->
            new PromotionStore(s.sql())
                .page(PromotionStore.Filter.within(reader), PromotionStore.Position.START, MANY),
        p -> 1);
    stays(
        "PromotionStore.find[DataScope, long]",
        s -> new PromotionStore(s.sql()).find(reader, 1).map(p -> p.promotion().item()));
    stays(
        "PromotionStore.find[DataScope, String, String]",
        s -> new PromotionStore(s.sql()).find(reader, "A", "PR1"));
    doubles(
        "PromotionEffectStore.page[Filter, long, int]",
        s ->
            new PromotionEffectStore(s.sql())
                .page(PromotionEffectStore.Filter.of(reader, Level.ITEM), 0, MANY),
        e -> e.effect().evidence().units().orElseThrow().sold());
    doubles(
        "PromotionEffectStore.counts[DataScope]",
        s ->
            new PromotionEffectStore(s.sql())
                .counts(reader).stream().mapToLong(PromotionEffectStore.Count::items).sum());
    stays(
        "PromotionEffectStore.depths[String, Optional, Optional]",
        s -> new PromotionEffectStore(s.sql()).depths("A", Optional.of("tea"), Optional.empty()));
    stays("PromotionEffectStore.learning[]", s -> new PromotionEffectStore(s.sql()).learning());
    stays(
        "ExceptionQualityStore.of[String]", s -> new ExceptionQualityStore(s.sql()).of("default"));
    neighbours();
    stays(
        "ForecastErrorStore.ofNextPeriod[String, Bucket, LocalDate, Collection]",
        s ->
            new ForecastErrorStore(s.sql())
                .ofNextPeriod("default", Bucket.WEEK, LocalDate.of(2000, 1, 1), List.of(1L, 2L)));
    doubles(
        "TotalsStore.paces[long]",
        s -> s.totals().paces(VERSION).values(),
        TotalsStore.Pace::volume);
    stays(
        "SentSupplyStore.find[SupplyTable]",
        s -> new SentSupplyStore(s.sql()).find(SupplyTable.LOT));
    stays(
        "SentSupplyStore.page[SupplyTable, long, int]",
        s -> new SentSupplyStore(s.sql()).page(SupplyTable.LOT, 0, MANY));
    stays("SupplyAccountStore.all[]", s -> new SupplyAccountStore(s.sql()).all());
    stays(
        "SupplyAccountStore.apart[long, int]", s -> new SupplyAccountStore(s.sql()).apart(0, MANY));
    doubles(
        "MasterSourceStore.conflicts[]",
        s -> new MasterSourceStore(s.sql()).conflicts(),
        conflict -> 1);
    doubles("SourceLineStore.kept[String]", s -> s.sourceLines().kept(SOURCE).get(""));
    doubles(
        "SourceLineStore.quarantined[String]",
        s -> s.sourceLines().quarantined(SOURCE).get("NO_DATE"));
    SourceLineStore.Days always = new SourceLineStore.Days(Optional.empty(), Optional.empty());
    SourceLineStore.Days never = new SourceLineStore.Days(Optional.of(AS_OF), Optional.empty());
    doubles(
        "SourceLineStore.between[String, Days, Days]",
        s -> s.sourceLines().between(SOURCE, always, never));
    doubles(
        "SourceLineStore.of[String, Kind, Collection]",
        s -> s.sourceLines().of(SOURCE, SourceCode.Kind.SITE, List.of("S1")));
    stays("SourceLineStore.begins[String]", s -> s.sourceLines().begins("A/"));
    stays("PushedLineStore.newest[String]", s -> s.pushedLines().newest(PUSH));
    doubles(
        "PushedLineStore.page[DataScope, Filter, long, int]",
        s -> s.pushedLines().page(reader, PushedLineStore.Filter.ANY, 0, MANY),
        p -> 1);
    stays(
        "PushedLineStore.find[DataScope, long]",
        s -> s.pushedLines().find(reader, 1).map(PushedLine::identity).stream().toList());
    stays(
        "PushedLineStore.numbered[String, Collection]",
        s ->
            s.pushedLines().numbered(PUSH, List.of(1L)).stream()
                .map(PushedLine::identity)
                .toList());
    doubles(
        "PushedLineStore.received[String, LocalDateTime, Optional]",
        s -> s.pushedLines().received(PUSH, STAMP.minusDays(1), Optional.empty()).lines());
    doubles(
        "PushedLineStore.between[String, LocalDateTime, LocalDateTime, int]",
        s -> s.pushedLines().between(PUSH, STAMP.minusDays(1), STAMP, MANY),
        p -> 1);
    doubles(
        "PushedLineStore.at[String, LocalDateTime, long, int]",
        s -> s.pushedLines().at(PUSH, STAMP, 0, MANY),
        p -> 1);
    doubles(
        "PushedLineStore.sums[String, LocalDateTime, LocalDateTime, boolean]",
        s -> s.pushedLines().sums(PUSH, STAMP, STAMP, true).values().iterator().next().lines());
  }

  private void days() {
    doubles(
        "BookingStore.ordered[LocalDate, Optional]",
        s -> lines(s.bookings().ordered(AS_OF, Optional.of(NOW))));
    doubles(
        "BookingStore.wanted[LocalDate, Optional]",
        s -> lines(s.bookings().wanted(AS_OF, Optional.empty())));
    doubles(
        "BookingStore.orderedOrSetAside[LocalDate, String]",
        s -> lines(s.bookings().orderedOrSetAside(AS_OF, "NO_DATE")));
    BookingDays.Span later = new BookingDays.Span(DAY.plusDays(1), DAY.plusDays(1));
    doubles(
        "BookingStore.outside[String, Span, LocalDate, String, int]",
        s -> s.bookings().outside(SOURCE, later, AS_OF, "", MANY),
        p -> 1);
    stays("RunDayStore.latest[]", s -> s.runDays().latest());
    stays("RunDayStore.asOf[long]", s -> s.runDays().asOf(RUN));
    doubles(
        "QuarantineStore.dated[String, String, String, int]",
        s -> s.quarantine().dated(SOURCE, "NO_DATE", "", MANY),
        q -> 1);
    stays(
        "QuarantineStore.of[Collection]",
        s -> List.copyOf(s.quarantine().of(List.of("A/bad")).values()));
    doubles("SalesLineStore.countOpen[LocalDate]", s -> s.salesLines().countOpen(DAY));
  }

  private static double lines(BookingDays days) {
    return days.days().stream().mapToLong(BookingDays.Day::lines).sum();
  }

  private static LineSelection repeats() {
    return new LineSelection(DAY, DAY, Optional.of("C1"), false, Optional.empty(), 2);
  }

  private void accounts() {
    DataScope unknown =
        new DataScope(Optional.of(Set.of("?")), Optional.of(Set.of("?")), Optional.of(Set.of("?")));
    stays(
        "ScopeNameStore.unknownCompanies[DataScope]",
        s -> new ScopeNameStore(s.sql()).unknownCompanies(unknown));
    stays(
        "ScopeNameStore.unknownSites[DataScope]",
        s -> new ScopeNameStore(s.sql()).unknownSites(unknown));
    stays(
        "ScopeNameStore.unknownCategories[DataScope]",
        s -> new ScopeNameStore(s.sql()).unknownCategories(unknown));
    stays("IntakeRunStore.knownAt[Collection]", s -> s.runs().knownAt(List.of(RUN)));
    stays("IntakeRunStore.last[]", s -> s.runs().last());
    stays("IntakeRunStore.lastKnown[]", s -> s.runs().lastKnown());
    stays("IntakeRunStore.firstKnown[]", s -> s.runs().firstKnown());
    stays("IntakeRunStore.lastClosed[long]", s -> s.runs().lastClosed(RUN));
    doubles(
        "IntakeRunStore.account[long]",
        s ->
            s.runs().account(RUN).stream()
                .map(e -> BigDecimal.valueOf(e.lines()).add(e.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue());
    doubles(
        "ReconcileStore.sums[String, LocalDateTime]",
        s -> {
          LineSums sums = s.reconcile().sums(SOURCE, STAMP.plusDays(1)).values().iterator().next();
          return sums.lines()
              + sums.quantity().add(sums.netAmount()).add(sums.keys()).doubleValue();
        });
    doubles(
        "ReconcileStore.countAfter[String, LocalDateTime]",
        s -> s.reconcile().countAfter(SOURCE, STAMP.minusDays(1)));
    doubles(
        "ReconcileStore.places[String, boolean, LocalDateTime, LocalDateTime, Place, int]",
        s ->
            s.reconcile()
                .places(
                    SOURCE,
                    false,
                    STAMP,
                    STAMP.plusDays(1),
                    new ReconcileStore.Place("", STAMP.minusDays(1), 0),
                    MANY),
        p -> 1);
    stays(
        "ReconcileStore.places[Collection]",
        s -> s.reconcile().places(List.of("A/tea/S1/web/1")).values().stream().toList());
    doubles(
        "ReconcileStore.eachOfItems[String, Collection, int, Consumer]",
        s ->
            CompanyQueries.<List<ReconcileStore.Place>>collected(
                    pages -> s.reconcile().eachOfItems(SOURCE, ITEMS, MANY, pages))
                .get(0),
        p -> 1);
  }

  private void versions() {
    stays("VersionStore.ofInstance[long]", s -> s.versions().ofInstance(RUN));
    stays("VersionStore.find[long]", s -> s.versions().find(VERSION));
    stays("VersionStore.of[Collection]", s -> s.versions().of(List.of(VERSION)));
    stays(
        "VersionStore.newest[String, VersionStatus]",
        s -> s.versions().newest(PlanStore.DEFAULT, VersionStatus.PUBLISHED));
    stays(
        "VersionStore.before[Collection, long, int]",
        s -> s.versions().before(List.of(PlanStore.DEFAULT), MANY, MANY));
    stays(
        "VersionStore.shownBefore[Collection, long, int]",
        s -> s.versions().shownBefore(List.of(PlanStore.DEFAULT), MANY, MANY));
    stays("VersionStore.publication[String]", s -> s.versions().publication(PlanStore.DEFAULT));
    stays(
        "VersionStore.lastLike[String, Bucket, int, long]",
        s -> s.versions().lastLike(PlanStore.DEFAULT, Bucket.WEEK, Companies.STEPS, NO_VERSION));
    stays("VersionStore.previous[long]", s -> List.of(s.versions().previous(VERSION).isPresent()));
    stays("PublicationLog.end[]", s -> new PublicationLog(s.sql()).end());
    stays("PublicationLog.purgedTo[]", s -> new PublicationLog(s.sql()).purgedTo());
    stays("PublicationLog.before[Instant]", s -> new PublicationLog(s.sql()).before(NOW));
    stays(
        "PublicationLog.after[Collection, long, int]",
        s -> new PublicationLog(s.sql()).after(List.of(PlanStore.DEFAULT), 0, MANY));
    doubles("SnapshotStore.count[long]", s -> s.snapshots().count(VERSION));
    stays(
        "SnapshotStore.page[long, long, long, int]",
        s -> s.snapshots().page(VERSION, 0, SERIES, MANY));
    stays("SnapshotStore.of[long, Collection]", s -> s.snapshots().of(VERSION, List.of(1L, 2L)));
    stays("SnapshotStore.find[long, long]", s -> s.snapshots().find(VERSION, 3).orElseThrow());
    doubles(
        "SnapshotStore.panel[long]",
        s -> s.snapshots().panel(VERSION),
        i -> i.series().units().sum());
    doubles("SnapshotStore.seriesIds[long]", s -> s.snapshots().seriesIds(VERSION), i -> 1);
    doubles(
        "CalibrationStore.samples[long, Consumer]",
        s ->
            CompanyQueries.<org.demandwright.core.pipeline.CalibrationSample>collected(
                all -> s.calibrations().samples(VERSION, all)),
        c -> c.scale());
    doubles(
        "ResultStore.contests[long, Consumer]",
        s ->
            CompanyQueries.<org.demandwright.core.evaluate.Selection>collected(
                all -> s.results().contests(VERSION, all)),
        c -> 1);
    stays("SummaryStore.find[long]", s -> new SummaryStore(s.sql()).find(VERSION));
    stays("CalibrationStore.of[long]", s -> s.calibrations().of(VERSION).rows().size());
    stays("ResultStore.bandBases[long, long, int]", s -> s.results().bandBases(VERSION, 0, SERIES));
    stays(
        "ResultStore.kept[long, LocalDate, Collection]",
        s -> s.results().kept(VERSION, DAY, List.of(3L)));
    doubles(
        "VersionPartStore.of[DataScope, Collection]",
        s -> new VersionPartStore(s.sql()).of(reader, List.of(VERSION)).get(VERSION).totalMean());
    stays("AccuracyStore.newestOrigin[String]", s -> s.accuracy().newestOrigin(PlanStore.DEFAULT));
    doubles(
        "AccuracyStore.by[DataScope, Grouping, Filter]",
        s ->
            s.accuracy()
                .by(reader, AccuracyStore.Grouping.LAG, allOfTheDefaultPlan())
                .get(0)
                .actual());
    doubles(
        "ReferenceStore.series[DataScope, Collection]",
        s -> new ReferenceStore(s.sql()).series(reader, ITEMS).size());
    stays(
        "ReferenceStore.of[String, Bucket, Collection]",
        s -> referenced(s).of("sheet", Bucket.WEEK, List.of(3L)));
    stays(
        "ReferenceStore.isThere[String, Optional]",
        s -> referenced(s).isThere("sheet", Optional.of(Bucket.WEEK)));
    doubles(
        "ReferenceStore.summaries[DataScope]",
        s -> referenced(s).summaries(reader).get(0).values());
    doubles(
        "ReferenceStore.page[DataScope, String, Bucket, Cell, int]",
        s ->
            referenced(s)
                .page(
                    reader,
                    "sheet",
                    Bucket.WEEK,
                    new ReferenceStore.Cell(0, LocalDate.EPOCH, 0),
                    MANY)
                .size());
    stays("EvidenceStore.named[DataScope, long]", s -> new EvidenceStore(s.sql()).named(reader, 3));
    stays(
        "EvidenceStore.present[long]",
        s -> new EvidenceStore(s.sql()).present(VERSION).isPresent());
    stays("EvidenceStore.version[long]", s -> kept(s).version(VERSION));
    stays(
        "EvidenceStore.presentSeries[Kept, long]",
        s -> new EvidenceStore(s.sql()).presentSeries(made(s), 3));
    stays("EvidenceStore.series[Kept, long]", s -> kept(s).series(made(s), 3));
    stays("PublicationLog.of[long]", s -> new PublicationLog(s.sql()).of(VERSION));
    stays(
        "OverrideStore.over[String, long, LocalDate, LocalDate]",
        s -> s.overrides().over(PlanStore.DEFAULT, 3, DAY, AS_OF));
    doubles("CustomerRows.count[String]", s -> new CustomerRows(s.sql()).count("C1").salesLines());
    stays(
        "NervousnessStore.newest[String, int]",
        s -> new NervousnessStore(s.sql()).newest(PlanStore.DEFAULT, MANY));
    NervousnessStore.Shown shown = new NervousnessStore.Shown(VERSION, DAY);
    doubles(
        "NervousnessStore.page[DataScope, Filter, long, int]",
        s ->
            new NervousnessStore(s.sql())
                .page(
                    reader,
                    new NervousnessStore.Filter(List.of(shown, shown), Optional.empty()),
                    0,
                    MANY),
        NervousnessStore.Moved::level);
    doubles(
        "TotalsStore.series[long, Filter, long, int]",
        s ->
            s.totals()
                .series(
                    VERSION,
                    new TotalsStore.Filter(
                        reader,
                        Optional.empty(),
                        Optional.of("tea"),
                        Optional.of("S1"),
                        Optional.empty()),
                    0,
                    MANY),
        e -> 1);
    stays("TotalsStore.of[long, Collection]", s -> s.totals().of(VERSION, List.of(3L)));
    stays(
        "TotalsStore.bytes[long, Collection]",
        s -> Arrays.hashCode(s.totals().bytes(VERSION, List.of(3L)).get(3L)));
    doubles("ResultStore.countOwn[long]", s -> s.results().countOwn(VERSION));
    doubles("ResultStore.countForecast[long]", s -> s.results().countForecast(VERSION));
    doubles("ResultStore.countFailed[long]", s -> s.results().countFailed(VERSION));
    doubles(
        "ResultStore.countBy[Grouping, long]",
        s -> s.results().countBy(ResultStore.Grouping.MODEL, VERSION).get("Naive"));
    stays("ResultStore.detail[long, long]", s -> s.results().detail(VERSION, 3));
    stays(
        "ResultStore.planBases[long, Collection]",
        s -> s.results().planBases(VERSION, List.of(3L)));
    stays("ResultStore.cleaned[long, Collection]", s -> s.results().cleaned(VERSION, List.of(3L)));
    stays("ResultStore.verdict[long, long]", s -> s.results().verdict(VERSION, 3));
    stays("ResultStore.explanation[long, long]", s -> s.results().explanation(VERSION, 3));
    doubles(
        "ForecastStore.page[long, Filter, long, int, int]",
        s -> s.forecasts().page(VERSION, teaAtS1(), 0, 0, MANY),
        r -> r.bands().mean());
    doubles(
        "ForecastStore.blocks[long, Filter]",
        s -> allOf(s.forecasts().blocks(VERSION, teaAtS1())),
        r -> r.bands().mean());
    stays(
        "ForecastStore.ofSeries[long, Collection]",
        s -> s.forecasts().ofSeries(VERSION, List.of(3L)));
    stays(
        "ForecastStore.find[long, long, LocalDate]",
        s -> s.forecasts().find(VERSION, 3, DAY.plusDays(7)));
    doubles(
        "ForecastStore.commonVolume[long, long]",
        s -> s.forecasts().commonVolume(VERSION, VERSION));
    stays("ForecastStore.changedOver[long]", s -> s.forecasts().changedOver(VERSION));
    doubles("ForecastStore.volume[long]", s -> s.forecasts().volume(VERSION));
    doubles(
        "ForecastStore.moves[long, long, int]",
        s -> s.forecasts().moves(NO_VERSION, VERSION, MANY),
        ForecastStore.Move::now);
  }

  private void standings() {
    doubles(
        "StandingStore.tested[DataScope, long, Consumer]",
        s ->
            CompanyQueries.<StandingStore.Tested>collected(
                c -> new StandingStore(s.sql()).tested(reader, VERSION, c)),
        t -> t.verdict().usable() ? 1 : 0);
    stays(
        "StandingStore.by[Grouping, long, Filter]",
        s ->
            new StandingStore(s.sql())
                .by(
                    StandingStore.Grouping.CLASS,
                    VERSION,
                    new StandingStore.Filter(Optional.empty(), Optional.empty())));
  }

  private void prices() {
    stays(
        "PriceResponseStore.ofInstance[long]",
        s -> new PriceResponseStore(s.sql()).ofInstance(Companies.RUN));
    stays(
        "PriceResponseStore.newest[String]",
        s -> new PriceResponseStore(s.sql()).newest("default"));
    stays("PriceResponseStore.find[long]", s -> new PriceResponseStore(s.sql()).find(1));
    doubles(
        "PriceResponseStore.page[long, Filter, long, int]",
        s ->
            new PriceResponseStore(s.sql())
                .page(
                    1,
                    new PriceResponseStore.Filter(
                        reader,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                    0,
                    MANY),
        p -> p.response().elasticity());
    doubles("ScenarioStore.count[String]", s -> new ScenarioStore(s.sql()).count("default"));
    doubles(
        "ScenarioStore.page[DataScope, String, Optional, long, int]",
        s -> new ScenarioStore(s.sql()).page(reader, "default", Optional.empty(), 0, MANY),
        scenario -> scenario.price().doubleValue());
    stays("ScenarioStore.find[DataScope, long]", s -> new ScenarioStore(s.sql()).find(reader, 1));
    stays("ScenarioStore.sites[long]", s -> new ScenarioStore(s.sql()).sites(1));
  }

  private StockExceptionStore.Filter seenExceptions() {
    return new StockExceptionStore.Filter(
        reader,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void seen() {
    stays("SeenStore.at[String, Instant]", s -> new SeenStore(s.sql()).at(PlanStore.DEFAULT, NOW));
    stays(
        "SeenStore.before[String, Instant]",
        s -> new SeenStore(s.sql()).before(PlanStore.DEFAULT, NOW.plusSeconds(1)));
    stays("SeenStore.find[long]", s -> new SeenStore(s.sql()).find(VERSION));
    doubles(
        "SeenStore.series[Between, SeriesSelection, int]",
        s ->
            new SeenStore(s.sql())
                .series(
                    new SeenStore.Between(VERSION, VERSION, false, 0, MANY),
                    teaAtS1().series(),
                    MANY),
        r -> r.still() ? 1 : 0);
  }

  private static AccuracyStore.Filter allOfTheDefaultPlan() {
    return new AccuracyStore.Filter(
        PlanStore.DEFAULT,
        DAY,
        AS_OF,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Each series has one value that somebody else forecast. */
  private static ReferenceStore referenced(Stores stores) {
    ReferenceStore references = new ReferenceStore(stores.sql());
    references.write(
        "sheet",
        Bucket.WEEK,
        stores.series().all().stream()
            .map(
                ref ->
                    new ReferenceStore.Value(
                        new ReferenceStore.Cell(ref.seriesId(), DAY.plusDays(7), 1),
                        DAY.plusDays(7),
                        2))
            .toList(),
        "ann",
        NOW);
    return references;
  }

  private static EvidenceStore kept(Stores stores) {
    EvidenceStore evidence = new EvidenceStore(stores.sql());
    evidence.keep(List.of(VERSION));
    return evidence;
  }

  private static EvidenceStore.Kept made(Stores stores) {
    VersionStore.Version v = stores.versions().find(VERSION).orElseThrow();
    return new EvidenceStore.Kept(
        VERSION,
        v.plan().name(),
        v.recipe(),
        v.lineage().training(),
        v.lineage().contestOf(),
        v.lineage().contestDay(),
        v.createdAt(),
        NOW,
        v.contentHash());
  }

  private ForecastStore.Filter teaAtS1() {
    return ForecastStore.Filter.of(
        new SeriesSelection(
            reader,
            Optional.empty(),
            Optional.of("tea"),
            Optional.of("S1"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private void layersAndFindings() {
    stays(
        "LayerStore.overlapping[long, LocalDate, LocalDate]",
        s -> {
          LayerStore.Entry layer = s.layers().activeAt(NOW, 1, SERIES).get(0);
          return s.layers()
              .overlapping(layer.seriesId(), layer.layer().first(), layer.layer().last());
        });
    stays("LayerStore.find[DataScope, long]", s -> s.layers().find(reader, 3));
    doubles(
        "LayerStore.before[DataScope, long, Filter, int]",
        s ->
            s.layers()
                .before(
                    reader, MANY, new LayerStore.Filter(Optional.empty(), Optional.empty()), MANY),
        l -> l.layer().delta().orElseThrow().doubleValue());
    stays("LayerStore.activeAt[Instant, long, long]", s -> s.layers().activeAt(NOW, 1, SERIES));
    NotDemandStore.Filter anyMark =
        new NotDemandStore.Filter(Optional.empty(), Optional.empty(), Optional.empty());
    stays("NotDemandStore.find[DataScope, long]", s -> new NotDemandStore(s.sql()).find(reader, 1));
    doubles(
        "NotDemandStore.before[DataScope, long, Filter, int]",
        s -> new NotDemandStore(s.sql()).before(reader, MANY, anyMark, MANY),
        m -> 1);
    stays(
        "NotDemandStore.taken[DataScope, Marked]",
        s ->
            new NotDemandStore(s.sql())
                .taken(
                    reader,
                    new NotDemandStore.Marked(
                        NotDemandStore.What.DOCUMENT, "D1", "A", Optional.of("C1"))));
    doubles(
        "NotDemandStore.taken[DataScope, Optional]",
        s -> new NotDemandStore(s.sql()).taken(reader, Optional.empty()),
        t -> t.units().doubleValue());
    stays(
        "NotDemandStore.reachesOutside[DataScope, Marked]",
        s ->
            new NotDemandStore(s.sql())
                .reachesOutside(
                    reader,
                    new NotDemandStore.Marked(
                        NotDemandStore.What.DOCUMENT, "D1", "A", Optional.empty())));
    doubles(
        "NotDemandStore.following[]",
        s -> new NotDemandStore(s.sql()).following(),
        f -> f.units().doubleValue());
    stays("LayerStore.applied[long, long]", s -> s.layers().applied(VERSION, 3));
    stays("LayerStore.gross[Collection]", s -> s.layers().gross(List.of(3L)));
    stays("QualityStore.inspection[long]", s -> s.quality().inspection(RUN));
    stays("QualityStore.inspections[long, int]", s -> s.quality().inspections(MANY, MANY));
    stays("QualityStore.runs[long, int]", s -> s.quality().runs(MANY, MANY));
    doubles(
        "QualityStore.page[DataScope, long, Filter, Position, int]",
        s ->
            s.quality()
                .page(reader, RUN, QualityStore.Filter.any(), QualityStore.Position.START, MANY),
        i -> i.finding().effectUnits());
    stays("QualityStore.find[DataScope, long]", s -> s.quality().find(reader, 3));
    stays(
        "ComparedValueStore.comparison[long]",
        s -> new ComparedValueStore(s.sql()).comparison(RUN).comparable());
    doubles(
        "QualityStore.counts[DataScope, long]",
        s -> s.quality().counts(reader, RUN).get(0).issues());
  }

  private void overrides() {
    stays("OverrideStore.find[DataScope, long]", s -> s.overrides().find(reader, 1));
    stays("OverrideStore.of[Collection]", s -> s.overrides().of(List.of(1L)));
    stays(
        "OverrideStore.planOfDeleted[long]",
        s -> List.of(s.overrides().planOfDeleted(1).isPresent()));
    stays("OverrideStore.events[long]", s -> s.overrides().events(1));
    doubles(
        "OverrideStore.published[String]",
        s -> s.overrides().published(PlanStore.DEFAULT),
        o -> o.draft().adjustment().amount().doubleValue());
    doubles(
        "OverrideStore.before[DataScope, Filter, long, int]",
        s -> s.overrides().before(reader, teaOverrides(), MANY, MANY),
        o -> 1);
    doubles("FinalStore.series[long, Collection]", s -> s.finals().series(VERSION, ITEMS), p -> 1);
    stays("FinalStore.means[long, Collection]", s -> s.finals().means(VERSION, List.of(3L)));
    stays(
        "FinalStore.selling[LocalDate, LocalDate, Collection]",
        s -> List.copyOf(s.finals().selling(DAY, AS_OF, List.of(3L))));
    doubles("FinalStore.touched[long]", s -> s.finals().touched(VERSION), id -> 1);
    stays("FinalStore.of[long, Collection]", s -> s.finals().of(VERSION, List.of(3L)));
    stays("FinalStore.baseline[long, Collection]", s -> s.finals().baseline(VERSION, List.of(3L)));
    stays("FinalStore.effects[long, Collection]", s -> s.finals().effects(VERSION, List.of(1L)));
  }

  private void volumes() {
    VolumeStore.Weighted all = new VolumeStore.Weighted(VERSION, Map.of(1, 1.0, 2, 0.5));
    VolumeStore.Weighted some = new VolumeStore.Weighted(VERSION, Map.of(3, 1.0));
    doubles(
        "VolumeStore.steps[DataScope, long]",
        s ->
            s.volumes().steps(reader, VERSION).values().stream()
                .mapToDouble(v -> v.doubleValue())
                .sum());
    doubles("VolumeStore.units[DataScope, long]", s -> s.volumes().units(reader, VERSION), u -> 1);
    doubles(
        "VolumeStore.sites[DataScope, Weighted, Weighted, Optional, int]",
        s -> s.volumes().sites(reader, all, some, Optional.empty(), MANY),
        v -> v.one() + 9 * v.other());
    doubles(
        "VolumeStore.items[DataScope, Weighted, Weighted, Optional, int]",
        s -> s.volumes().items(reader, all, some, Optional.empty(), MANY),
        v -> v.one() + 9 * v.other());
  }

  private static OverrideStore.Filter teaOverrides() {
    return new OverrideStore.Filter(
        List.of(PlanStore.DEFAULT, "another"),
        Optional.of(OverrideStatus.PUBLISHED),
        Optional.of("tea"),
        Optional.of("S1"),
        Optional.empty(),
        Optional.of("ann"),
        Optional.of(AS_OF));
  }
}
