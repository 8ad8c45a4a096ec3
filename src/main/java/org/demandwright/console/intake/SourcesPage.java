package org.demandwright.console.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.intake.SourceSettings;
import org.demandwright.core.intake.SourceTerms;
import org.demandwright.security.CallerScope;

/** Prepares {@code admin/sources.xhtml}: the sources and what there is of each. */
@Named
@RequestScoped
public class SourcesPage {
  @Inject SourceSettings settings;
  @Inject CallerScope scope;

  private List<SourceRow> sources;

  /** One source, as a row of the table. */
  public record SourceRow(
      String name,
      boolean ending,
      String kind,
      String days,
      long used,
      long outsideDays,
      long excluded,
      long quarantined,
      String readUpTo) {
    static SourceRow of(SourceSettings.State state) {
      long used = state.kept().getOrDefault("", 0L);
      long outside = state.kept().getOrDefault(SourceTerms.OUTSIDE_DAYS, 0L);
      long kept = state.kept().values().stream().mapToLong(Long::longValue).sum();
      return new SourceRow(
          state.source().name(),
          state.source().ending(),
          state.source().kind().name(),
          state.source().firstDay().map(Object::toString).orElse("")
              + " – "
              + state.source().lastDay().map(Object::toString).orElse(""),
          used,
          outside,
          kept - used - outside,
          state.quarantined().values().stream().mapToLong(Long::longValue).sum(),
          state.readUpTo().map(stamp -> stamp.toString().replace('T', ' ')).orElse(""));
    }
  }

  /** Returns the sources, in the order in which they are read. */
  public List<SourceRow> getSources() {
    if (sources == null) {
      scope.requireUnrestricted();
      sources =
          settings.all().stream()
              .map(source -> SourceRow.of(settings.state(source.name())))
              .toList();
    }
    return sources;
  }
}
