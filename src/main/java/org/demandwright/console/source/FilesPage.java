package org.demandwright.console.source;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.demandwright.app.Refused;
import org.demandwright.app.source.CountedItem;
import org.demandwright.app.source.FileAnswers;
import org.demandwright.app.source.FileLoading;
import org.demandwright.app.source.FilePreview;
import org.demandwright.app.source.FileRecord;
import org.demandwright.app.source.FileReport;
import org.demandwright.app.source.FileShelf;
import org.demandwright.app.source.MappingProfiles;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Texts;
import org.demandwright.file.Detected;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileQuestion;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;

/**
 * Prepares {@code admin/files.xhtml}: files that were sent, and one of them being mapped and
 * loaded.
 */
@Named
@ViewScoped
public class FilesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject FileShelf shelf;
  @Inject FileLoading loading;
  @Inject MappingProfiles profiles;

  private transient Part upload;
  private FileKind kind = FileKind.ORDER_LINES;
  private Long chosen;
  private String replaces;
  private String profileName;
  private final Map<String, String> format = new LinkedHashMap<>();
  private final Map<String, String> mapping = new LinkedHashMap<>();
  private transient FilePreview preview;
  private transient FileReport report;
  private transient List<FileRecord> files;
  private transient List<CountedItem> units;
  private boolean unitsShown;

  /** The files that were sent, the newest first. */
  public List<FileRecord> getFiles() {
    if (files == null) {
      files = shelf.all();
    }
    return files;
  }

  /** Takes the file that was chosen in the browser and looks into it. */
  public void send() {
    if (upload == null || upload.getSize() == 0) {
      Messages.error(Texts.of("files.chooseFile"));
      return;
    }
    String name = Path.of(upload.getSubmittedFileName()).getFileName().toString();
    try (InputStream bytes = upload.getInputStream()) {
      FileRecord sent = shelf.take(name, kind, bytes, caller());
      files = null;
      Messages.done("files.sent", sent.name());
      open(sent.fileId());
    } catch (IOException e) {
      Messages.error(Texts.of("files.notArrived", name));
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  /** Looks into a file anew. */
  public void open(long fileId) {
    chosen = fileId;
    replaces = null;
    report = null;
    format.clear();
    mapping.clear();
    look();
  }

  /** Looks into the file with what was said about it. */
  public void look() {
    report = null;
    preview = attempt(() -> loading.preview(chosen, said())).orElse(null);
    if (preview != null) {
      preview.format().forEach(f -> format.put(f.name(), f.value()));
      preview.headings().forEach(h -> mapping.put(h.name(), h.value()));
    }
  }

  /** Whether a question is answered beside it, and neither in the form nor at a heading. */
  public boolean answeredHere(FileQuestion question) {
    return !question.choices().isEmpty()
        && !question.key().startsWith("mapping")
        && preview.format().stream().noneMatch(part -> part.name().equals(question.key()));
  }

  /** What a part of the form is called; an answer goes by the first word of its question's key. */
  public String label(FilePreview.Finding part) {
    String name = part.name();
    return Texts.orElse("files." + name.replaceAll(":.*", ""), name);
  }

  /**
   * What was said: everything that a person has changed, and what the preview had already found
   * without asking.
   */
  private FileAnswers said() {
    Map<String, String> form = new LinkedHashMap<>(format);
    Map<String, String> headings = new LinkedHashMap<>(mapping);
    if (preview != null) {
      preview.format().stream()
          .filter(FilesPage::found)
          .forEach(f -> form.remove(f.name(), f.value()));
      preview.headings().stream()
          .filter(FilesPage::found)
          .forEach(h -> headings.remove(h.name(), h.value()));
    }
    form.values().removeIf(value -> value == null || value.isBlank());
    return new FileAnswers(form, headings);
  }

  /** What was found stays a finding; what was asked or said is an answer once it was seen. */
  private static boolean found(FilePreview.Finding finding) {
    return finding.sureness() != Detected.Sureness.ASK
        && finding.sureness() != Detected.Sureness.GIVEN;
  }

  /** Reads the whole file and loads nothing. */
  public void tryOut() {
    FileAnswers said = said();
    report = attempt(() -> loading.dryRun(chosen, said, replaced())).orElse(null);
  }

  /** Loads the file. */
  public void load() {
    FileAnswers said = said();
    Optional<FileReport> loaded = attempt(() -> loading.load(chosen, said, replaced(), caller()));
    loaded.ifPresent(
        done -> {
          report = done;
          files = null;
          Messages.done("files.loaded", done.loaded(), done.badRows());
        });
  }

  private OptionalLong replaced() {
    return replaces == null || replaces.isBlank()
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(replaces));
  }

  /** Saves the mapping on the screen under a name. */
  public void saveProfile() {
    FileRecord file = getFile().orElseThrow();
    FileAnswers all = new FileAnswers(said().format(), mapping);
    attempt(() -> profiles.save(profileName, file.kind(), all, caller()))
        .ifPresent(saved -> Messages.done("files.profileSaved", saved.name()));
  }

  /** Removes a file. */
  public void remove(long fileId) {
    attempt(
        () -> {
          shelf.remove(fileId);
          return true;
        });
    files = null;
    chosen = chosen != null && chosen == fileId ? null : chosen;
  }

  /** Looks for items with lines in another unit than their own: all lines are read for it. */
  public void showUnits() {
    units = attempt(loading::units).orElse(List.of());
    unitsShown = true;
  }

  /** Counts an item in another unit. */
  public void countIn(String org, String item, String unit) {
    attempt(
            () -> {
              loading.countIn(org, item, unit, caller());
              return true;
            })
        .ifPresent(done -> Messages.done("files.units.changed", item, unit));
    showUnits();
  }

  /** The items with lines in several units, once they were asked for. */
  public List<CountedItem> getUnits() {
    if (units == null && unitsShown) {
      units = loading.units();
    }
    return units == null ? List.of() : units;
  }

  public boolean isUnitsShown() {
    return unitsShown;
  }

  private static <T> Optional<T> attempt(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (Refused refused) {
      Messages.refused(refused);
      return Optional.empty();
    }
  }

  /** The rows that could not be read, as a file. */
  public StreamedContent getBadRows() {
    Path file = loading.badRows(chosen);
    return DefaultStreamedContent.builder()
        .name("bad-rows-" + chosen + ".csv")
        .contentType("text/csv;charset=UTF-8")
        .stream(
            () -> {
              try {
                return Files.newInputStream(file);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .build();
  }

  /** The file that is being looked at. */
  public Optional<FileRecord> getFile() {
    return getFiles().stream().filter(f -> chosen != null && f.fileId() == chosen).findFirst();
  }

  /** When a file arrived, for the page's words of time. */
  public Optional<Instant> sentAt(FileRecord file) {
    return Optional.of(file.sentAt());
  }

  /** Loads that a file of this kind may replace. */
  public List<FileRecord> getLoaded() {
    return getFiles().stream().filter(f -> f.loadId().isPresent() && f.loadId().get() > 0).toList();
  }

  /** What was found out, empty while no file is chosen or it cannot be read. */
  public Optional<FilePreview> getPreview() {
    return Optional.ofNullable(preview);
  }

  public Optional<FileReport> getReport() {
    return Optional.ofNullable(report);
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }

  public Part getUpload() {
    return upload;
  }

  public void setUpload(Part upload) {
    this.upload = upload;
  }

  public FileKind getKind() {
    return kind;
  }

  public void setKind(FileKind kind) {
    this.kind = kind;
  }

  public String getReplaces() {
    return replaces;
  }

  public void setReplaces(String replaces) {
    this.replaces = replaces;
  }

  public String getProfileName() {
    return profileName;
  }

  public void setProfileName(String profileName) {
    this.profileName = profileName;
  }

  public Map<String, String> getFormat() {
    return format;
  }

  public Map<String, String> getMapping() {
    return mapping;
  }
}
