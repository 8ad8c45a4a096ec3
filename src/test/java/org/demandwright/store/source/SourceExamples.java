package org.demandwright.store.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;

/** What the stores of sources do. */
public final class SourceExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final String ANN = "ann";

  private SourceExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(FileStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::files),
        new StoreExample<>(FileStore.class, Does.PAGE_IN_ORDER, SourceExamples::pageOfFiles),
        new StoreExample<>(FileStore.class, Does.FORGET, SourceExamples::removedFile),
        new StoreExample<>(
            MappingStore.class, Does.RETURN_WHAT_WAS_WRITTEN, SourceExamples::profiles),
        new StoreExample<>(MappingStore.class, Does.FORGET, SourceExamples::removedProfile));
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
