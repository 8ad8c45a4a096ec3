package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.IntakeSettings;
import org.demandwright.app.settings.Settings;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.MasterSource;
import org.demandwright.app.source.SentSupplyViews;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.core.supply.FaultyRow;
import org.demandwright.core.supply.SupplyAccount;
import org.demandwright.core.supply.SupplyAccount.Extent;
import org.demandwright.core.supply.SupplyColumn;
import org.demandwright.core.supply.SupplyFault;
import org.demandwright.core.supply.SupplyJudge;
import org.demandwright.core.supply.SupplyJudge.SiteKey;
import org.demandwright.core.supply.SupplyRow;
import org.demandwright.core.supply.SupplyTable;
import org.demandwright.erp.SupplyViews;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.supply.SupplyAccountStore;
import org.demandwright.store.supply.SupplyStore;

/**
 * Reads stock and supply of every ERP that gives them, and behind them the tables that were sent,
 * in place of what was read before. Every row is kept or kept apart with a reason, and what was
 * read is held against the ERP's own count and sum. Where two ERPs tell the same, the first one
 * counts. The keys of a view are held while it is read, its rows are not.
 */
@Dependent
public class SupplyImport {
  private static final int PAGE = 2_000;

  /** What changed while it was read is read once more. */
  private static final int READINGS = 2;

  /** What was sent is a source behind all others, by our own codes. */
  static final String SENT = "sent";

  private final DemandSources sources;
  private final SentSupplyViews sent;
  private final MasterDataStore masterData;
  private final SupplyStore store;
  private final SupplyAccountStore accounts;
  private final Settings settings;
  private final Clock clock;

  @Inject
  SupplyImport(
      DemandSources sources,
      SentSupplyViews sent,
      MasterDataStore masterData,
      SupplyStore store,
      SupplyAccountStore accounts,
      Settings settings,
      Clock clock) {
    this.sources = sources;
    this.sent = sent;
    this.masterData = masterData;
    this.store = store;
    this.accounts = accounts;
    this.settings = settings;
    this.clock = clock;
  }

  /** What of it goes on outside: how far it is, and whether to go on. */
  public interface Course {
    /** A view was read. */
    void read(SupplyTable table);

    /** Returns whether the run is to stop before the next view. */
    boolean isStopped();
  }

  /** Reads all views of all sources. */
  public void replace(long run, Course course) {
    IntakeSettings intake = settings.intake();
    LocalDate today = clock.today(intake.siteZone());
    Reading reading = new Reading(run, today, today.minusYears(intake.supplyYears()), judge(today));
    List<Told> all = new ArrayList<>(sources.masters().stream().map(Told::of).toList());
    all.add(new Told(SENT, "", sent, SourceTerms.none(), EnumSet.allOf(MasterKind.class)));
    List<String> names = all.stream().map(Told::source).toList();
    store.keepSources(names);
    accounts.keepSources(names);
    for (SupplyTable table : SupplyTable.values()) {
      if (course.isStopped()) {
        return;
      }
      Set<String> taken = new HashSet<>();
      for (Told source : all) {
        read(reading, source, table, taken);
      }
      course.read(table);
    }
  }

  private SupplyJudge judge(LocalDate today) {
    return new SupplyJudge(
        today,
        masterData.items().keySet(),
        masterData.sites().stream()
            .map(site -> new SiteKey(site.orgId(), site.siteId()))
            .collect(Collectors.toSet()));
  }

  /**
   * Who tells of stock and supply.
   *
   * @param prefix what stands before identities
   * @param gives what is taken from it
   */
  private record Told(
      String source, String prefix, SupplyViews views, SourceTerms terms, Set<MasterKind> gives) {
    static Told of(MasterSource master) {
      return new Told(
          master.source(), master.prefix(), master.erp().supply(), master.terms(), master.gives());
    }
  }

  /** What holds for all views of one import. */
  private record Reading(long run, LocalDate today, LocalDate from, SupplyJudge judge) {}

  /**
   * @param taken keys that a source before this one has told, to which those of this one are added
   */
  private void read(Reading reading, Told source, SupplyTable table, Set<String> taken) {
    Set<String> columns = gives(reading, source, table) ? source.views().columns(table) : Set.of();
    List<String> lacking =
        table.columns().stream()
            .map(SupplyColumn::name)
            .filter(name -> !columns.contains(name))
            .toList();
    if (isUsable(table, columns)) {
      Walk walk = walked(reading, source, table, taken, columns, lacking);
      taken.addAll(walk.keys);
    } else if (source.source().equals(SENT)) {
      store.keep(SENT, table, Set.of());
      accounts.forget(SENT, table);
    } else {
      accounts.begin(source.source(), table);
      store.keep(source.source(), table, Set.of());
      accounts.write(
          new SupplyAccount(
              source.source(),
              table,
              reading.run(),
              lacking,
              Optional.empty(),
              Extent.NONE,
              Extent.NONE));
    }
  }

  /** Reads a view, once more where it changed meanwhile. */
  private Walk walked(
      Reading reading,
      Told source,
      SupplyTable table,
      Set<String> taken,
      Set<String> columns,
      List<String> lacking) {
    SupplyViews views = source.views();
    Optional<LocalDate> from = Optional.of(reading.from()).filter(day -> table.tellsThePast());
    for (int reads = 1; ; reads++) {
      accounts.begin(source.source(), table);
      Walk walk = new Walk(reading, source, table, taken);
      views.read(table, columns, from, PAGE, walk::take);
      store.keep(source.source(), table, walk.keys);
      SupplyAccount account =
          new SupplyAccount(
              source.source(),
              table,
              reading.run(),
              lacking,
              Optional.of(views.extent(table, from)),
              walk.kept,
              walk.apart);
      accounts.write(account);
      if (account.addsUp() || reads == READINGS) {
        return walk;
      }
    }
  }

  /** What a source tells of now counts on days on which it counts; what was stays true. */
  private static boolean gives(Reading reading, Told source, SupplyTable table) {
    return source.gives().contains(table == SupplyTable.ITEM ? MasterKind.ITEM : MasterKind.STOCK)
        && (table.tellsThePast() || source.terms().countsOn(reading.today()));
  }

  private static boolean isUsable(SupplyTable table, Set<String> columns) {
    return table.columns().stream()
        .filter(c -> c.isKey() || c.need() == SupplyColumn.Need.NEEDED)
        .allMatch(c -> columns.contains(c.name()));
  }

  /** One reading of a view of a source. */
  private final class Walk {
    private final Reading reading;
    private final Told source;
    private final SupplyTable table;
    private final Set<String> taken;
    private final Set<String> keys = new HashSet<>();
    private Extent kept = Extent.NONE;
    private Extent apart = Extent.NONE;

    Walk(Reading reading, Told source, SupplyTable table, Set<String> taken) {
      this.reading = reading;
      this.source = source;
      this.table = table;
      this.taken = taken;
    }

    void take(List<SupplyRow> page) {
      List<SupplyRow> good = new ArrayList<>();
      List<FaultyRow> faulty = new ArrayList<>();
      for (SupplyRow theirs : page) {
        SupplyRow row = ours(theirs);
        Optional<FaultyRow> fault = reading.judge().fault(row).or(() -> again(row));
        if (fault.isPresent()) {
          faulty.add(fault.get());
        } else {
          good.add(row);
          keys.add(row.key());
        }
      }
      accounts.keepApart(source.source(), table, faulty);
      store.put(source.source(), table, good);
      for (FaultyRow row : faulty) {
        apart = apart.and(row.row());
      }
      for (SupplyRow row : good) {
        kept = kept.and(row);
      }
    }

    private Optional<FaultyRow> again(SupplyRow row) {
      String key = row.key();
      if (taken.contains(key)) {
        return Optional.of(new FaultyRow(row, SupplyFault.TOLD_BEFORE, ""));
      }
      return keys.contains(key)
          ? Optional.of(new FaultyRow(row, SupplyFault.REPEATED, ""))
          : Optional.empty();
    }

    /** The row with the codes that are used here; identities of further sources get a prefix. */
    private SupplyRow ours(SupplyRow theirs) {
      LocalDate day = table.dated().map(c -> theirs.day(c.name())).orElse(reading.today());
      List<Object> values = new ArrayList<>(theirs.values());
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) instanceof String text && !text.isEmpty()) {
          values.set(i, ours(table.columns().get(i), text, day));
        }
      }
      return new SupplyRow(table, values);
    }

    private String ours(SupplyColumn column, String theirs, LocalDate day) {
      return switch (column.meaning()) {
        case ITEM -> source.terms().ours(SourceCode.Kind.ITEM, theirs, day);
        case SITE -> source.terms().ours(SourceCode.Kind.SITE, theirs, day);
        case IDENTITY -> source.prefix() + theirs;
        default -> theirs;
      };
    }
  }
}
