package org.demandwright.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.app.plan.PlanFixture.MONDAY;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.demandwright.app.Announcement;
import org.demandwright.app.Page;
import org.demandwright.app.forecast.PublishedForecast;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.app.forecast.Readers;
import org.demandwright.app.forecast.ToldForecast;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.plan.PlanFixture;
import org.demandwright.app.plan.PlanFixture.TickingClock;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.exchange.ExportStore;
import org.demandwright.store.forecast.SeriesSelection;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportWritingTest {
  private static final ExportTerms ALL =
      new ExportTerms(
          SeriesSelection.all(DataScope.unrestricted()),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          Share.ALL,
          true);

  private final TickingClock clock = new TickingClock();
  private final List<Announcement> told = new ArrayList<>();
  private PlanFixture plan;
  private long version;
  private ExportStore exports;
  private ExportWriting writing;

  @BeforeEach
  void open() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    VersionFixture fixture = new VersionFixture(database);
    plan = new PlanFixture(database, clock, Map.of());
    version = plan.version(fixture, Map.of("cup", 4.0, "tea", 6.0));
    plan.publish(version);
    exports = new ExportStore(plan.stores.sql());
    writing =
        new ExportWriting(
            exports,
            Readers.versions(plan.stores, plan.plans),
            Readers.of(fixture, plan.plans, clock),
            new ShortLines(),
            told::add,
            clock);
  }

  /** Item and units of a step. */
  private static final class ShortLines implements ForecastLines {
    @Override
    public String heading(VersionRecord version, ExportTerms terms) {
      return "item,step,units\n";
    }

    @Override
    public String lines(VersionRecord version, ExportTerms terms, List<ToldForecast> rows) {
      StringBuilder lines = new StringBuilder();
      rows.stream()
          .map(PublishedForecast.class::cast)
          .forEach(
              f ->
                  lines
                      .append(f.row().series().item())
                      .append(',')
                      .append(f.row().bands().step())
                      .append(',')
                      .append(f.units(terms.share()).stripTrailingZeros().toPlainString())
                      .append('\n'));
      return lines.toString();
    }
  }

  private long ordered(ExportTerms terms) {
    long id =
        exports.add(
            new ExportStore.Order("ann", clock.now(), version, "default", terms.text(), ""));
    exports.claim(exports.find(id).orElseThrow(), "one", clock.now());
    return id;
  }

  /** Writes what is left behind a place. */
  private void write(long exportId, Optional<String> from, int rows) {
    Page<ToldForecast> page = writing.page(exportId, from, rows);
    while (!page.rows().isEmpty()) {
      writing.append(exportId, page.rows());
      if (page.next().isEmpty()) {
        return;
      }
      page = writing.page(exportId, page.next(), rows);
    }
  }

  private String text(long exportId) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Optional<byte[]> block = exports.block(exportId, 1);
    for (int next = 2; block.isPresent(); next++) {
      bytes.write(block.get());
      block = exports.block(exportId, next);
    }
    try (GZIPInputStream all = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return new String(all.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void one_that_goes_on_at_a_checkpoint_has_the_bytes_of_an_unbroken_one() throws IOException {
    long unbroken = ordered(ALL);
    writing.begin(unbroken, 1);
    write(unbroken, Optional.empty(), 3);
    writing.finish(unbroken);

    long broken = ordered(ALL);
    writing.begin(broken, 2);
    Page<ToldForecast> first = writing.page(broken, Optional.empty(), 3);
    writing.append(broken, first.rows());
    write(broken, first.next(), 3);
    writing.finish(broken);

    ExportStore.Content content = exports.find(unbroken).orElseThrow().content().orElseThrow();
    assertThat(exports.find(broken).orElseThrow().content()).contains(content);
    assertThat(content.rows()).isEqualTo(8);
    assertThat(told).extracting(a -> a.facts().get("exportId")).containsExactly(unbroken, broken);
    assertThat(text(broken).lines().toList())
        .startsWith("item,step,units", "cup,1,4")
        .endsWith("tea,4,6")
        .hasSize(9);
  }

  @Test
  void a_question_that_finds_nothing_makes_a_heading() throws IOException {
    long id =
        ordered(
            new ExportTerms(
                new SeriesSelection(
                    DataScope.unrestricted(),
                    Optional.empty(),
                    Optional.of("none & such=so"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Share.ALL,
                true));
    writing.begin(id, 1);
    write(id, Optional.empty(), 3);
    writing.finish(id);
    assertThat(text(id)).isEqualTo("item,step,units\n");
    assertThat(exports.find(id).orElseThrow().content().orElseThrow().rows()).isZero();
  }

  @Test
  void one_whose_figures_change_meanwhile_is_not_mixed() {
    long id = ordered(ALL);
    writing.begin(id, 1);
    plan.published(
        PlanFixture.over("tea", MONDAY, MONDAY.plusDays(6), Adjustment.Kind.VALUE, "30"));
    write(id, Optional.empty(), 3);
    assertThatThrownBy(() -> writing.finish(id))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining("changed while it was written")
        .hasMessageContaining("once more");
  }

  @Test
  void a_version_that_is_removed_meanwhile_is_told() {
    long id = ordered(ALL);
    writing.begin(id, 1);
    Page<ToldForecast> first = writing.page(id, Optional.empty(), 3);
    plan.stores.versions().delete(List.of(version));
    String told = "Version %d was removed".formatted(version);
    assertThatThrownBy(() -> writing.append(id, first.rows())).hasMessageContaining(told);
    assertThatThrownBy(() -> writing.page(id, first.next(), 3)).hasMessageContaining(told);
    assertThatThrownBy(() -> writing.finish(id)).hasMessageContaining(told);
  }

  @Test
  void an_export_that_is_deleted_meanwhile_ends() {
    long id = ordered(ALL);
    writing.begin(id, 1);
    exports.remove(id);
    assertThatThrownBy(() -> writing.page(id, Optional.empty(), 3))
        .isInstanceOf(JobFailure.class)
        .hasMessageContaining("deleted");
  }

  @Test
  void terms_are_read_as_they_were_written() {
    ExportTerms terms =
        new ExportTerms(
            new SeriesSelection(
                new DataScope(
                    Optional.of(Set.of("A", "B & C")), Optional.empty(), Optional.of(Set.of(""))),
                Optional.of("A"),
                Optional.of("a=b"),
                Optional.of("S/1"),
                Optional.of(""),
                Optional.of("tea & more"),
                Optional.of(7L)),
            Optional.of(MONDAY),
            Optional.of(MONDAY.plusDays(7)),
            Optional.of(Instant.parse("2026-01-05T02:00:00Z")),
            Optional.of(new BigDecimal("0.5")),
            true,
            Share.NET_OF_OPEN,
            false);
    assertThat(ExportTerms.parse(terms.text())).isEqualTo(terms);
    assertThat(ExportTerms.parse(ALL.text())).isEqualTo(ALL);
  }
}
