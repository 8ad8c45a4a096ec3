package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.file.FileKind;
import org.demandwright.file.MappingProfile;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.source.MappingStore;

/** Mapping profiles that people save, to be used when a file with the same header comes again. */
@ApplicationScoped
public class MappingProfiles {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_HEADING = 200;

  private final MappingStore store;
  private final Clock clock;
  private final AuditTrail audit;

  @Inject
  MappingProfiles(MappingStore store, Clock clock, AuditTrail audit) {
    this.store = store;
    this.clock = clock;
    this.audit = audit;
  }

  MappingProfiles() {
    this(null, null, null);
  }

  /** A saved profile. */
  public record Saved(String name, FileKind kind, FileAnswers answers, String savedBy) {}

  /** Returns the profiles, the one saved last first. */
  public List<Saved> all() {
    return store.all().stream()
        .map(
            p ->
                new Saved(
                    p.name(),
                    FileKind.valueOf(p.kind()),
                    new FileAnswers(p.format(), p.headings()),
                    p.savedBy()))
        .toList();
  }

  /**
   * Saves a profile in place of the one with its name.
   *
   * @param answers with the meaning of every heading
   */
  @Transactional
  public Saved save(String name, FileKind kind, FileAnswers answers, String by) {
    String title = name == null ? "" : name.strip();
    if (title.isEmpty() || title.length() > LONGEST_NAME) {
      throw invalid("A profile needs a name of 1 to " + LONGEST_NAME + " characters");
    }
    if (MappingProfile.builtIn().stream().anyMatch(p -> p.name().equals(title))) {
      throw invalid("\"" + title + "\" is the name of a profile of the product; choose another");
    }
    answers.mapping().keySet().stream()
        .filter(heading -> heading.length() > LONGEST_HEADING)
        .findFirst()
        .ifPresent(
            heading -> {
              throw invalid("A heading has more than " + LONGEST_HEADING + " characters");
            });
    profile(title, kind, answers);
    Optional<Saved> before = all().stream().filter(known -> known.name().equals(title)).findFirst();
    store.save(
        new MappingStore.Profile(
            title, kind.name(), answers.mapping(), answers.format(), by, clock.now()));
    Saved saved = new Saved(title, kind, answers, by);
    audit.record("file-profile.save", "file-profile/" + title, before, saved);
    return saved;
  }

  private static MappingProfile profile(String name, FileKind kind, FileAnswers answers) {
    try {
      return MappingProfile.made(name, kind, answers.columns(kind), answers.wishes());
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  /** Removes a profile. */
  @Transactional
  public void remove(String name) {
    if (!store.remove(name)) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no profile \"" + name + "\".");
    }
    audit.record(
        "file-profile.remove", "file-profile/" + name, Map.of("name", name), AuditTrail.NOTHING);
  }

  List<MappingProfile> known() {
    List<MappingProfile> known = new ArrayList<>();
    for (MappingStore.Profile p : store.all()) {
      FileAnswers answers = new FileAnswers(p.format(), p.headings());
      known.add(profile(p.name(), FileKind.valueOf(p.kind()), answers));
    }
    return known;
  }

  private static Refused invalid(String words) {
    return new Refused(Refused.Kind.INVALID, words + ".");
  }
}
