package org.demandwright.store.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.LineSums;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the stores of sources do. */
public final class SourceExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final String ANN = "ann";
  private static final String PUSH = "push";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 4, 1, 9, 0);
  private static final LocalDateTime MIDNIGHT = RECEIVED.toLocalDate().atStartOfDay();

  private SourceExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(FileStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::files),
        new StoreExample<>(FileStore.class, Does.PAGE_IN_ORDER, SourceExamples::pageOfFiles),
        new StoreExample<>(FileStore.class, Does.FORGET, SourceExamples::removedFile),
        new StoreExample<>(
            ImportStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ImportExamples::imported),
        new StoreExample<>(ImportStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ImportExamples::failed),
        new StoreExample<>(ImportStore.class, Does.PAGE_IN_ORDER, ImportExamples::pages),
        new StoreExample<>(ImportStore.class, Does.FORGET, ImportExamples::forgotten),
        new StoreExample<>(
            ErasureStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::erasures),
        new StoreExample<>(ErasureStore.class, Does.PAGE_IN_ORDER, SourceExamples::erasurePages),
        new StoreExample<>(ErasureStore.class, Does.FORGET, SourceExamples::removedErasure),
        new StoreExample<>(
            SourceStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::sources),
        new StoreExample<>(SourceStore.class, Does.PAGE_IN_ORDER, SourceExamples::pagesOfCodes),
        new StoreExample<>(SourceStore.class, Does.FORGET, SourceExamples::removedCode),
        new StoreExample<>(
            MasterSourceStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::masterSources),
        new StoreExample<>(
            PushedLineStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::pushedLines),
        new StoreExample<>(
            PushedLineStore.class, Does.PAGE_IN_ORDER, SourceExamples::pagesOfPushedLines),
        new StoreExample<>(PushedLineStore.class, Does.FORGET, SourceExamples::clearedLines),
        new StoreExample<>(
            MappingStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::profiles),
        new StoreExample<>(MappingStore.class, Does.FORGET, SourceExamples::removedProfile));
  }

  private static void erasures(ErasureStore erasures, Stores stores) {
    erasures.keepSecret(new byte[] {1, 2});
    erasures.keepSecret(new byte[] {3});
    assertThat(erasures.secret()).as("the first one holds").contains(new byte[] {1, 2});
    long id = erasures.add("C1", "hash", "erased-1", ANN, NOW);
    assertThat(erasures.knows("hash")).isTrue();
    assertThat(erasures.pseudonyms()).as("until it is done nothing is renamed").isEmpty();
    assertThat(erasures.outstanding())
        .extracting(ErasureStore.Erasure::code)
        .containsExactly(Optional.of("C1"));

    ErasureStore.Counts counts = new ErasureStore.Counts(1, 2, 3, 4, 5, 6);
    erasures.done(id, counts, NOW.plusSeconds(1));
    assertThat(erasures.outstanding()).isEmpty();
    assertThat(erasures.pseudonyms()).isEqualTo(Map.of("hash", "erased-1"));
    assertThat(erasures.before(Long.MAX_VALUE, 9))
        .as("the code is forgotten")
        .containsExactly(
            new ErasureStore.Erasure(
                id,
                Optional.empty(),
                "erased-1",
                NOW,
                ANN,
                Optional.of(NOW.plusSeconds(1)),
                counts));
  }

  private static void erasurePages(ErasureStore erasures, Stores stores) {
    for (int i = 0; i < 5; i++) {
      erasures.add("C" + i, "hash" + i, "erased-" + i, ANN, NOW);
    }
    assertThat(followed(Long.MAX_VALUE, erasures::before, ErasureStore.Erasure::erasureId))
        .extracting(ErasureStore.Erasure::pseudonym)
        .containsExactly("erased-4", "erased-3", "erased-2", "erased-1", "erased-0");
  }

  private static void removedErasure(ErasureStore erasures, Stores stores) {
    long done = erasures.add("C1", "h1", "erased-1", ANN, NOW);
    erasures.done(done, ErasureStore.Counts.NONE, NOW);
    long outstanding = erasures.add("C2", "h2", "erased-2", ANN, NOW);
    erasures.remove(done);
    erasures.remove(outstanding);
    assertThat(erasures.before(Long.MAX_VALUE, 9))
        .as("what is done stays")
        .extracting(ErasureStore.Erasure::erasureId)
        .containsExactly(done);
  }

  private static void masterSources(MasterSourceStore told, Stores stores) {
    ItemKey tea = new ItemKey("A", "tea");
    told.replaceOwners(
        List.of(
            new MasterSourceStore.Owner(MasterKind.ITEM, "A", "tea", "old"),
            new MasterSourceStore.Owner(MasterKind.SITE, "A", "tea", "old"),
            new MasterSourceStore.Owner(MasterKind.ITEM, "A", "cup", SourceStore.FIRST)));
    assertThat(told.itemsOfOthers()).isEqualTo(Map.of(tea, "old"));
    MasterConflict price =
        new MasterConflict(
            MasterKind.PRICE, "A", "tea", "S1", "price", DAY, DAY, "erp", "5", "old", "4");
    MasterConflict unit =
        MasterConflict.always(
            MasterKind.ITEM,
            "A",
            "tea",
            "",
            "unit",
            new MasterConflict.Told("erp", "KG"),
            new MasterConflict.Told("old", "x".repeat(300)));
    told.replaceConflicts(List.of(price));
    told.replaceConflicts(List.of(unit, price));
    assertThat(told.conflicts()).containsExactly(unit, price);
    told.replaceConflicts(List.of());
    told.replaceOwners(List.of());
    assertThat(told.conflicts()).isEmpty();
    assertThat(told.itemsOfOthers()).isEmpty();
  }

  private static void sources(SourceStore sources, Stores stores) {
    assertThat(sources.all())
        .as("what there is from the beginning, in the order in which it is read")
        .containsExactly(
            source("dw_sales_line", "erp", SourceStore.Kind.ERP, false),
            source(PUSH, PUSH, SourceStore.Kind.PUSH, false));
    SourceStore.Source shop = source("shop", "shop", SourceStore.Kind.PUSH, false);
    sources.add(shop);
    assertThat(sources.all()).endsWith(shop);
    SourceStore.Source old = source("old", "old", SourceStore.Kind.OTHER_ERP, false);
    SourceStore.Source third = source("third", "third", SourceStore.Kind.OTHER_ERP, false);
    sources.add(old);
    sources.add(third);
    sources.arrange(List.of("third"));
    assertThat(sources.all()).as("those that are not named come after").endsWith(third, old);
    sources.take("old", Optional.of(Set.of(MasterKind.PRICE, MasterKind.ITEM)));
    assertThat(sources.find("old").orElseThrow().gives())
        .containsExactly(MasterKind.ITEM, MasterKind.PRICE);
    sources.take("old", Optional.of(Set.of()));
    assertThat(sources.find("old").orElseThrow().gives()).isEmpty();
    sources.take("old", Optional.empty());
    assertThat(sources.find("old").orElseThrow().gives()).hasSize(MasterKind.values().length);
    sources.letEnd("third");
    assertThat(sources.find("third").orElseThrow().ending()).isTrue();
    sources.end("third");
    assertThat(sources.find("third")).isEmpty();
    assertThat(sources.isTaken("third")).as("what is left of it has its name").isTrue();
    sources.remove("third");
    assertThat(sources.isTaken("third")).isFalse();
    sources.alone("shop");
    sources.count("shop", Optional.of(DAY), Optional.of(DAY.plusDays(9)));
    sources.call("shop", "web");
    assertThat(sources.find("web"))
        .contains(
            new SourceStore.Source(
                "shop",
                "web",
                SourceStore.Kind.PUSH,
                Optional.of(DAY),
                Optional.of(DAY.plusDays(9)),
                true));
    sources.isReadAnew("shop");
    assertThat(sources.find("web").orElseThrow().readAnew()).isFalse();
    assertThat(sources.find("shop")).isEmpty();
    SourceCode tea = code("4711", 0, "tea");
    SourceCode mint = code("4711", 0, "mint");
    sources.write("shop", List.of(tea));
    sources.write("shop", List.of(mint));
    assertThat(sources.codes("shop")).as("in place of the one before").containsExactly(mint);
    assertThat(sources.find("web").orElseThrow().readAnew()).isTrue();
  }

  private static SourceStore.Source source(
      String source, String name, SourceStore.Kind kind, boolean readAnew) {
    return new SourceStore.Source(source, name, kind, Optional.empty(), Optional.empty(), readAnew);
  }

  private static SourceCode code(String theirs, int days, String ours) {
    return new SourceCode(
        SourceCode.Kind.ITEM, theirs, DAY.plusDays(days), SourceCode.FOR_EVER, ours);
  }

  private static void pagesOfCodes(SourceStore sources, Stores stores) {
    List<SourceCode> inOrder =
        List.of(
            new SourceCode(
                SourceCode.Kind.CHANNEL, "z", SourceCode.ALWAYS, SourceCode.FOR_EVER, "web"),
            code("a", 0, "x"),
            code("a", 5, "y"),
            code("b", 1, "z"));
    sources.write(PUSH, List.of(inOrder.get(3), inOrder.get(1), inOrder.get(0), inOrder.get(2)));
    assertThat(
            followed(
                SourceStore.Position.START,
                (after, n) -> sources.codes(PUSH, after, n),
                c -> new SourceStore.Position(c.kind().name(), c.theirs(), c.validFrom())))
        .isEqualTo(inOrder);
  }

  private static void removedCode(SourceStore sources, Stores stores) {
    sources.write(PUSH, List.of(code("a", 0, "x"), code("a", 5, "y")));
    assertThat(sources.remove(PUSH, SourceCode.Kind.ITEM, "a", DAY)).isTrue();
    assertThat(sources.remove(PUSH, SourceCode.Kind.ITEM, "a", DAY)).isFalse();
    assertThat(sources.codes(PUSH)).containsExactly(code("a", 5, "y"));
  }

  private static PushedLine pushed(int line, String quantity) {
    return new PushedLine(
        0,
        PUSH,
        "A",
        "D" + line / 2,
        "L" + line,
        "ORDER",
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 3, 2),
        null,
        "tea",
        "S1",
        "C1",
        "web",
        new BigDecimal(quantity),
        "EA",
        new BigDecimal("2.5"),
        new BigDecimal("10"),
        "EUR",
        true,
        false,
        false,
        "EXACT_REPEAT",
        null,
        RECEIVED.plusMinutes(30L * line),
        null,
        ANN);
  }

  private static List<PushedLine> pushed(PushedLineStore lines, int count) {
    lines.write(IntStream.range(0, count).mapToObj(i -> pushed(i, "4")).toList(), List.of());
    return lines.between(PUSH, RECEIVED.minusDays(1), RECEIVED.plusDays(1), 99);
  }

  private static void clearedLines(PushedLineStore lines, Stores stores) {
    pushed(lines, 3);
    assertThat(lines.count(PUSH)).isEqualTo(3);
    assertThat(lines.count("other")).isZero();
    lines.clear("other");
    assertThat(lines.count(PUSH)).isEqualTo(3);
    lines.clear(PUSH);
    assertThat(lines.count(PUSH)).isZero();
  }

  private static void pushedLines(PushedLineStore lines, Stores stores) {
    PushedLine first = pushed(lines, 3).get(0);
    assertThat(first.saysTheSame(pushed(0, "4.000"))).isTrue();
    assertThat(first.saysTheSame(pushed(0, "5"))).isFalse();
    PushedLine changed = pushed(0, "5").as(first.pushKey(), RECEIVED.plusDays(1), "bob");
    lines.write(List.of(), List.of(changed));
    assertThat(lines.find(DataScope.unrestricted(), first.pushKey())).contains(changed);
    assertThat(lines.of(PUSH, List.of(first.identity(), pushed(9, "1").identity())))
        .isEqualTo(Map.of(first.identity(), changed));
    assertThat(lines.of("other", List.of(first.identity()))).isEmpty();
    assertThat(lines.newest(PUSH)).contains(RECEIVED.plusDays(1));
    assertThat(lines.received(PUSH, RECEIVED, Optional.of(RECEIVED.plusHours(9))))
        .isEqualTo(
            new PushedLineStore.Received(
                2, Optional.of(RECEIVED.plusMinutes(30)), Optional.of(RECEIVED.plusMinutes(60))));
    assertThat(lines.numbered(PUSH, List.of(first.pushKey(), 999L))).containsExactly(changed);
    assertThat(lines.sums(PUSH, RECEIVED, RECEIVED.plusHours(9), true))
        .containsOnlyKeys(RECEIVED, RECEIVED.plusHours(1));
    LineSums day = lines.sums(PUSH, RECEIVED, RECEIVED.plusHours(9), false).get(MIDNIGHT);
    assertThat(day.lines()).isEqualTo(2);
    assertThat(day.counting()).isEqualTo(2);
    assertThat(day.quantity()).isEqualByComparingTo("8");
  }

  private static void pagesOfPushedLines(PushedLineStore lines, Stores stores) {
    List<PushedLine> all = pushed(lines, 5);
    assertThat(
            followed(
                0L,
                (after, n) ->
                    lines.page(DataScope.unrestricted(), PushedLineStore.Filter.ANY, after, n),
                PushedLine::pushKey))
        .isEqualTo(all);
    PushedLineStore.Filter document =
        new PushedLineStore.Filter(
            Optional.of(PUSH),
            Optional.of("A"),
            Optional.of("D1"),
            Optional.of("tea"),
            Optional.of(false));
    assertThat(
            followed(
                0L,
                (after, n) -> lines.page(DataScope.unrestricted(), document, after, n),
                PushedLine::pushKey))
        .isEqualTo(all.subList(2, 4));
    DataScope ofOthers =
        new DataScope(Optional.empty(), Optional.of(Set.of("S2")), Optional.empty());
    assertThat(lines.page(ofOthers, PushedLineStore.Filter.ANY, 0, 9)).isEmpty();
    assertThat(lines.find(ofOthers, all.get(0).pushKey())).isEmpty();
    assertThat(
            followed(
                RECEIVED.minusDays(1),
                (after, n) -> lines.between(PUSH, after, RECEIVED.plusDays(1), n),
                PushedLine::changedAt))
        .isEqualTo(all);
    assertThat(
            followed(
                0L,
                (after, n) -> lines.at(PUSH, RECEIVED.plusMinutes(30), after, n),
                PushedLine::pushKey))
        .isEqualTo(all.subList(1, 2));
  }

  private static void files(FileStore files, Stores stores) {
    FileStore.Entry first = files.add("sales.csv", "SALES", "ab", 12, ANN, NOW);
    FileStore.Entry second = files.add("prices.csv", "PRICES", "cd", 34, ANN, NOW);
    assertThat(files.find(first.fileId())).contains(first);
    FileStore.Loaded loaded = new FileStore.Loaded(7, "bob", NOW.plusSeconds(5));
    files.loaded(second.fileId(), loaded);
    assertThat(files.find(second.fileId()).flatMap(FileStore.Entry::loaded)).contains(loaded);
    assertThat(files.all())
        .as("the newest first")
        .extracting(FileStore.Entry::fileId)
        .containsExactly(second.fileId(), first.fileId());
  }

  private static void pageOfFiles(FileStore files, Stores stores) {
    FileStore.Entry first = files.add("sales.csv", "SALES", "ab", 12, ANN, NOW);
    FileStore.Entry second = files.add("prices.csv", "PRICES", "cd", 34, ANN, NOW);
    assertThat(files.before(Long.MAX_VALUE, 1)).containsExactly(second);
    assertThat(files.before(second.fileId(), 9)).containsExactly(first);
  }

  private static void removedFile(FileStore files, Stores stores) {
    FileStore.Entry gone = files.add("sales.csv", "SALES", "ab", 12, ANN, NOW);
    FileStore.Entry kept = files.add("sales.csv", "SALES", "ab", 12, ANN, NOW);
    files.remove(gone.fileId());
    assertThat(files.all()).containsExactly(kept);
    assertThat(files.find(gone.fileId())).isEmpty();
  }

  private static MappingStore.Profile profile(String name, int second, String decimal) {
    return new MappingStore.Profile(
        name,
        "SALES",
        Map.of("Menge", "quantity", "Datum", "date"),
        Map.of("decimal", decimal),
        ANN,
        NOW.plusSeconds(second));
  }

  private static void profiles(MappingStore profiles, Stores stores) {
    profiles.save(profile("shop", 1, ","));
    profiles.save(profile("fair", 2, ","));
    profiles.save(profile("shop", 3, "."));
    assertThat(profiles.all())
        .as("in place of the one of that name, the last one first")
        .containsExactly(profile("shop", 3, "."), profile("fair", 2, ","));
    assertThat(profiles.find("shop")).map(p -> p.headings().keySet()).isPresent();
    assertThat(profiles.find("none")).isEqualTo(Optional.empty());
  }

  private static void removedProfile(MappingStore profiles, Stores stores) {
    profiles.save(profile("shop", 1, ","));
    profiles.save(profile("fair", 2, ","));
    assertThat(profiles.remove("shop")).isTrue();
    assertThat(profiles.remove("shop")).isFalse();
    assertThat(profiles.all()).containsExactly(profile("fair", 2, ","));
    assertThat(stores.sql().number("select count(distinct profile_name) from mapping_entry"))
        .isEqualTo(1);
  }
}
