package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.erp.ErpDatabase;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.ErpSources;
import org.demandwright.erp.SalesSource;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.source.SourceStore;

/** The sources of sales lines, in the order in which they are read. */
@ApplicationScoped
public class DemandSources {
  private final SourceStore sources;
  private final ErpSource erp;
  private final ErpSources others;
  private final PushedLineStore pushed;
  private final Settings settings;
  private final ErasedCustomers erased;

  @Inject
  DemandSources(
      SourceStore sources,
      ErpSource erp,
      ErpSources others,
      PushedLineStore pushed,
      Settings settings,
      ErasedCustomers erased) {
    this.sources = sources;
    this.erp = erp;
    this.others = others;
    this.pushed = pushed;
    this.settings = settings;
    this.erased = erased;
  }

  DemandSources() {
    this(null, null, null, null, null, null);
  }

  /**
   * Brings the book of sources in line with what is configured: the first is called after what it
   * is, the views of an ERP or files that were loaded, and each further ERP is there, in the order
   * of the settings.
   *
   * @throws JobFailure if lines are pushed into a source that is called like one of them, or it was
   *     removed
   */
  public void followSettings() {
    List<ErpDatabase> further = settings.otherErps().all();
    boolean files = settings.files().areLoaded() && further.isEmpty();
    sources.call(SourceStore.FIRST, files ? "file" : "erp");
    for (ErpDatabase erp : further) {
      Optional<SourceStore.Source> there = sources.find(erp.name());
      if (there.isEmpty() && sources.isTaken(erp.name())) {
        throw new JobFailure(Words.of("run.source-was-removed", erp.name()));
      }
      if (there.filter(SourceStore.Source::isPushed).isPresent()) {
        throw new JobFailure(Words.of("run.source-is-pushed", erp.name()));
      }
      if (there.isEmpty()) {
        sources.add(
            new SourceStore.Source(
                erp.name(),
                erp.name(),
                SourceStore.Kind.OTHER_ERP,
                Optional.empty(),
                Optional.empty(),
                false));
      }
    }
    sources.arrange(further.stream().map(ErpDatabase::name).toList());
  }

  /** Notes that nothing is left of a source that was removed. */
  public void isGone(DemandSource source) {
    sources.end(source.source());
  }

  /** Notes that an import begins to read all lines of a source. */
  public void isReadAnew(DemandSource source) {
    sources.isReadAnew(source.source());
  }

  /** Returns the identity under which a line of a source other than the first is kept. */
  public static String identity(String source, String lineId) {
    return source + ":" + lineId;
  }

  /** Returns where master data come from, in the order in which they count. */
  public List<MasterSource> masters() {
    return sources.all().stream()
        .filter(s -> !s.isPushed() && !s.ending() && isConfigured(s))
        .map(s -> new MasterSource(s.source(), s.name(), prefix(s), erp(s), terms(s), s.gives()))
        .toList();
  }

  private SourceTerms terms(SourceStore.Source s) {
    return new SourceTerms(s.firstDay(), s.lastDay(), sources.codes(s.source()));
  }

  private static String prefix(SourceStore.Source s) {
    return s.source().equals(SourceStore.FIRST) ? "" : identity(s.source(), "");
  }

  /** A further ERP that is configured no more keeps its lines, and is not read. */
  private boolean isConfigured(SourceStore.Source source) {
    return source.ending()
        || source.kind() != SourceStore.Kind.OTHER_ERP
        || settings.otherErps().named(source.source()).isPresent();
  }

  private ErpSource erp(SourceStore.Source source) {
    return settings.otherErps().named(source.source()).map(others::of).orElse(erp);
  }

  /** Returns all of them; the first one's lines keep their identities as they are. */
  public List<DemandSource> all() {
    return sources.all().stream().filter(this::isConfigured).map(this::of).toList();
  }

  /**
   * Returns the source of a name, or all.
   *
   * @param name blank or null = all
   * @throws JobFailure if there is no such source
   */
  public List<DemandSource> chosen(String name) {
    List<DemandSource> all = all();
    if (name == null || name.isBlank()) {
      return all;
    }
    List<DemandSource> named = all.stream().filter(s -> s.name().equals(name)).toList();
    if (named.isEmpty()) {
      throw new JobFailure(
          "There is no source \"%s\"; there are %s."
              .formatted(
                  name, all.stream().map(DemandSource::name).collect(Collectors.joining(", "))));
    }
    return named;
  }

  private DemandSource of(SourceStore.Source s) {
    SalesSource lines =
        switch (s.kind()) {
          case ERP, OTHER_ERP -> erp(s);
          case PUSH -> new PushedLines(s.source(), pushed);
        };
    if (s.ending()) {
      return new DemandSource(s.source(), s.name(), false, true, new NoLines());
    }
    return new DemandSource(
        s.source(),
        s.name(),
        s.readAnew(),
        false,
        new SourceRows(erased.in(lines), prefix(s), terms(s)));
  }
}
