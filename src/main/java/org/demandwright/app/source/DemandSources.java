package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.demandwright.app.run.JobFailure;
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

  @Inject
  DemandSources(SourceStore sources, ErpSource erp, PushedLineStore pushed) {
    this.sources = sources;
    this.erp = erp;
    this.pushed = pushed;
  }

  DemandSources() {
    this(null, null, null);
  }

  /** Returns the identity under which a line of a source other than the first is kept. */
  public static String identity(String name, String lineId) {
    return name + ":" + lineId;
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
          case PUSH -> new IdentifiedLines(s.name(), new PushedLines(s.source(), pushed));
        };
    return new DemandSource(s.source(), s.name(), lines);
  }
}
