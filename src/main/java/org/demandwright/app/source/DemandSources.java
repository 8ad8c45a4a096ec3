package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.intake.SourceCode;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.SalesSource;
import org.demandwright.erp.SecondErp;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.source.SourceStore;

/** The sources of sales lines, in the order in which they are read. */
@ApplicationScoped
public class DemandSources {
  private final SourceStore sources;
  private final ErpSource erp;
  private final ErpSource second;
  private final PushedLineStore pushed;
  private final Settings settings;
  private final ErasedCustomers erased;

  @Inject
  DemandSources(
      SourceStore sources,
      ErpSource erp,
      @SecondErp ErpSource second,
      PushedLineStore pushed,
      Settings settings,
      ErasedCustomers erased) {
    this.sources = sources;
    this.erp = erp;
    this.second = second;
    this.pushed = pushed;
    this.settings = settings;
    this.erased = erased;
  }

  DemandSources() {
    this(null, null, null, null, null, null);
  }

  /**
   * Brings the book of sources in line with what is configured: the first is called after what it
   * is, the views of an ERP or files that were loaded, and a second ERP is there.
   */
  public void followSettings() {
    boolean second = settings.secondErp().isThere();
    boolean files = settings.files().areLoaded() && !second;
    sources.call(SourceStore.FIRST, files ? "file" : "erp");
    String name = settings.secondErp().name();
    if (second && sources.find(name).isEmpty()) {
      sources.add(
          new SourceStore.Source(
              name, name, SourceStore.Kind.SECOND_ERP, Optional.empty(), Optional.empty(), false));
    }
  }

  /** Notes that an import begins to read all lines of a source. */
  public void isReadAnew(DemandSource source) {
    sources.isReadAnew(source.source());
  }

  /** Returns the identity under which a line of a source other than the first is kept. */
  public static String identity(String source, String lineId) {
    return source + ":" + lineId;
  }

  /** Returns where master data come from: of two that know an item the first counts. */
  public List<MasterSource> masters() {
    return sources.all().stream()
        .filter(s -> !s.isPushed() && isConfigured(s))
        .map(
            s ->
                new MasterSource(
                    s.name(),
                    s.kind() == SourceStore.Kind.ERP ? erp : second,
                    renamed(s, SourceCode.Kind.ITEM),
                    renamed(s, SourceCode.Kind.SITE)))
        .toList();
  }

  private Set<String> renamed(SourceStore.Source source, SourceCode.Kind kind) {
    return sources.codes(source.source()).stream()
        .filter(code -> code.kind() == kind)
        .map(SourceCode::theirs)
        .collect(Collectors.toSet());
  }

  /** A second ERP that is configured no more keeps its lines, and is not read. */
  private boolean isConfigured(SourceStore.Source source) {
    return source.kind() != SourceStore.Kind.SECOND_ERP
        || settings.secondErp().isThere() && settings.secondErp().name().equals(source.source());
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
          case ERP -> erp;
          case SECOND_ERP -> second;
          case PUSH -> new PushedLines(s.source(), pushed);
        };
    String prefix = s.source().equals(SourceStore.FIRST) ? "" : identity(s.source(), "");
    SourceTerms terms = new SourceTerms(s.firstDay(), s.lastDay(), sources.codes(s.source()));
    return new DemandSource(
        s.source(), s.name(), s.readAnew(), new SourceRows(erased.in(lines), prefix, terms));
  }
}
