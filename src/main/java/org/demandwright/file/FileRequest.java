package org.demandwright.file;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A file and what somebody says about it.
 *
 * @param file where it lies
 * @param name for messages and the account
 * @param wishes about its form
 * @param mapping meaning of headings, where it overrules what is proposed
 * @param profiles that were saved, the newest first; they come before the product's own
 * @param zone where a time that says how far it is from UTC has its day, unless a wish says it
 * @param today the day that it is at the sites: what is ordered later is implausible
 */
public record FileRequest(
    Path file,
    String name,
    FileKind kind,
    FormatWishes wishes,
    Map<String, FileColumn> mapping,
    List<MappingProfile> profiles,
    ZoneId zone,
    LocalDate today) {
  private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);

  /** A file whose times are those of UTC where they say so, on no day in particular. */
  public FileRequest(
      Path file,
      String name,
      FileKind kind,
      FormatWishes wishes,
      Map<String, FileColumn> mapping,
      List<MappingProfile> profiles) {
    this(file, name, kind, wishes, mapping, profiles, ZoneId.of("UTC"), NO_DAY);
  }

  public FileRequest {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(wishes, "wishes");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(today, "today");
    mapping = new LinkedHashMap<>(mapping);
    profiles = List.copyOf(profiles);
  }

  /** Returns a file of order lines of which nobody says anything. */
  public static FileRequest orderLines(Path file) {
    return new FileRequest(
        file,
        String.valueOf(file.getFileName()),
        FileKind.ORDER_LINES,
        FormatWishes.none(),
        Map.of(),
        List.of());
  }
}
