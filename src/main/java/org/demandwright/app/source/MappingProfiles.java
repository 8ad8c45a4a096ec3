package org.demandwright.app.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.file.FileKind;
import org.demandwright.file.MappingProfile;
import org.demandwright.store.source.MappingStore;

/** Mapping profiles that people save, to be used when a file with the same header comes again. */
@ApplicationScoped
public class MappingProfiles {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_HEADING = 200;

  private final MappingStore store;
  private final Clock clock;

  @Inject
  MappingProfiles(MappingStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  MappingProfiles() {
    this(null, null);
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
    store.save(
        new MappingStore.Profile(
            title, kind.name(), answers.mapping(), answers.format(), by, clock.now()));
    return new Saved(title, kind, answers, by);
  }

  private static MappingProfile profile(String name, FileKind kind, FileAnswers answers) {
    try {
      return MappingProfile.made(name, kind, answers.columns(kind), answers.wishes());
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  /** Removes a profile. */
  public void remove(String name) {
    if (!store.remove(name)) {
      throw new Refused(Refused.Kind.NOT_FOUND, "There is no profile \"" + name + "\".");
    }
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
