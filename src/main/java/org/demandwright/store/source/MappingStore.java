package org.demandwright.store.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demandwright.store.sql.Sql;

/** Mapping profiles that people saved: what the headings of a file mean and what its form is. */
@ApplicationScoped
public class MappingStore {
  private static final String HEADING = "HEADING";
  private static final String FORMAT = "FORMAT";

  private final Sql sql;

  @Inject
  public MappingStore(Sql sql) {
    this.sql = sql;
  }

  MappingStore() {
    this(null);
  }

  /**
   * One profile, in words that its readers understand.
   *
   * @param headings meaning of each heading
   * @param format what is known of the form
   */
  public record Profile(
      String name,
      String kind,
      Map<String, String> headings,
      Map<String, String> format,
      String savedBy,
      Instant savedAt) {
    public Profile {
      headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
      format = Collections.unmodifiableMap(new LinkedHashMap<>(format));
    }
  }

  /** Returns all profiles, the one saved last first. */
  public List<Profile> all() {
    Map<String, List<Entry>> entries =
        sql
            .list(
                row ->
                    new Entry(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                "select profile_name, part, entry_name, meaning from mapping_entry"
                    + " order by profile_name, part, entry_name")
            .stream()
            .collect(Collectors.groupingBy(Entry::profile));
    return sql.list(
        row -> profile(row, entries.getOrDefault(row.getString("profile_name"), List.of())),
        "select * from mapping_profile order by saved_at desc, profile_name");
  }

  private record Entry(String profile, String part, String name, String meaning) {}

  private static Profile profile(ResultSet row, List<Entry> entries) throws SQLException {
    return new Profile(
        row.getString("profile_name"),
        row.getString("file_kind"),
        part(entries, HEADING),
        part(entries, FORMAT),
        row.getString("saved_by"),
        Sql.instant(row, "saved_at").orElseThrow());
  }

  private static Map<String, String> part(List<Entry> entries, String part) {
    Map<String, String> meanings = new LinkedHashMap<>();
    entries.stream()
        .filter(e -> e.part().equals(part))
        .forEach(e -> meanings.put(e.name(), e.meaning()));
    return meanings;
  }

  /** Returns one profile. */
  public Optional<Profile> find(String name) {
    return all().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  /** Saves a profile in place of the one with its name. */
  @Transactional
  public void save(Profile profile) {
    remove(profile.name());
    sql.update(
        "insert into mapping_profile (profile_name, file_kind, saved_by, saved_at)"
            + " values (?, ?, ?, ?)",
        profile.name(),
        profile.kind(),
        profile.savedBy(),
        profile.savedAt());
    insert(profile.name(), HEADING, profile.headings());
    insert(profile.name(), FORMAT, profile.format());
  }

  private void insert(String profile, String part, Map<String, String> entries) {
    sql.batch(
        "insert into mapping_entry (profile_name, part, entry_name, meaning) values (?, ?, ?, ?)",
        entries.entrySet().stream()
            .map(e -> new Object[] {profile, part, e.getKey(), e.getValue()})
            .toList());
  }

  /** Removes a profile and returns whether there was one. */
  @Transactional
  public boolean remove(String name) {
    sql.update("delete from mapping_entry where profile_name = ?", name);
    return sql.update("delete from mapping_profile where profile_name = ?", name) == 1;
  }
}
