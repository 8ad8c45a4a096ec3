package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.demandwright.app.run.JobFailure;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.SalesSource;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.source.SourceStore;

/** The sources of sales lines, in the order in which they are read. */
@ApplicationScoped
public class DemandSources {
  private final SourceStore sources;
  private final ErpSource erp;
  private final PushedLineStore pushed;
  private final Settings settings;

  @Inject
  DemandSources(SourceStore sources, ErpSource erp, PushedLineStore pushed, Settings settings) {
    this.sources = sources;
    this.erp = erp;
    this.pushed = pushed;
    this.settings = settings;
  }

  DemandSources() {
    this(null, null, null, null);
  }

  /** Names the first source after what it is: the views of an ERP, or files that were loaded. */
  public void nameFirst() {
    sources.call(SourceStore.FIRST, settings.files().areLoaded() ? "file" : "erp");
  }

  /** Notes that an import begins to read all lines of a source. */
  public void isReadAnew(DemandSource source) {
    sources.isReadAnew(source.source());
  }

  /** Returns the identity under which a line of a source other than the first is kept. */
  public static String identity(String source, String lineId) {
    return source + ":" + lineId;
  }

  /** Returns all of them; the first one's lines keep their identities as they are. */
  public List<DemandSource> all() {
    return sources.all().stream().map(this::of).toList();
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
          case PUSH -> new PushedLines(s.source(), pushed);
        };
    String prefix = s.source().equals(SourceStore.FIRST) ? "" : identity(s.source(), "");
    SourceTerms terms = new SourceTerms(s.firstDay(), s.lastDay(), sources.codes(s.source()));
    return new DemandSource(
        s.source(), s.name(), s.readAnew(), new SourceRows(lines, prefix, terms));
  }
}
