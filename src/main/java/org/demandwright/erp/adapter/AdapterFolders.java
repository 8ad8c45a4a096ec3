package org.demandwright.erp.adapter;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demandwright.erp.UnusableErp;

/**
 * Finds the folders that hold an {@code adapter.properties}: those packed with the product, in a
 * folder of classes or in an archive, and those that an administrator laid down on disk.
 */
public final class AdapterFolders {
  private static final String ROOT = "sql/erp";

  /** A packed file whose place tells where the packed folders lie. */
  private static final String LANDMARK = ROOT + "/contract.csv";

  private AdapterFolders() {}

  private interface Reading<T> {
    T of(Path root) throws IOException;
  }

  /** Returns the folders packed with the product. */
  public static List<FolderText> packed() {
    return inPackedRoot(root -> read(root, ROOT, new ArrayList<>()));
  }

  /** Returns the scripts of one packed folder by their names, whether it is an adapter or not. */
  public static Map<String, String> packed(String folder) {
    return inPackedRoot(root -> texts(root.resolve(folder)));
  }

  private static <T> T inPackedRoot(Reading<T> reading) {
    URL landmark = AdapterFolders.class.getClassLoader().getResource(LANDMARK);
    if (landmark == null) {
      throw new IllegalStateException(LANDMARK + " is not on the class path: build anew");
    }
    try {
      URI uri = landmark.toURI();
      if (!uri.getScheme().equals("jar")) {
        return reading.of(Path.of(uri).getParent());
      }
      try (FileSystem archive = FileSystems.newFileSystem(uri, Map.of())) {
        return reading.of(archive.provider().getPath(uri).getParent());
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("The packed adapters cannot be read at " + landmark, e);
    }
  }

  /**
   * Returns the folders below one on disk.
   *
   * @param problems takes what cannot be read
   */
  public static List<FolderText> below(Path folder, List<String> problems) {
    if (!Files.isDirectory(folder)) {
      problems.add(
          "There is no folder %s; make it, or correct dw.erp.adapters."
              .formatted(folder.toAbsolutePath()));
      return List.of();
    }
    try {
      return read(folder, folder.toString(), problems);
    } catch (IOException e) {
      problems.add("The folder %s cannot be read: %s".formatted(folder.toAbsolutePath(), e));
      return List.of();
    }
  }

  private static List<FolderText> read(Path root, String place, List<String> problems)
      throws IOException {
    List<FolderText> folders = new ArrayList<>();
    try (Stream<Path> below = Files.list(root)) {
      for (Path folder : below.sorted().toList()) {
        if (Files.isRegularFile(folder.resolve(FolderText.PROPERTIES))) {
          String name = folder.getFileName().toString().replace("/", "");
          try {
            folders.add(new FolderText(name, place + "/" + name, texts(folder)));
          } catch (UnusableErp wrong) {
            problems.add(wrong.getMessage());
          }
        }
      }
    }
    return folders;
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(AdapterFolders::isText).toList()) {
        texts.put(folder.relativize(file).toString().replace('\\', '/'), text(file));
      }
    }
    return texts;
  }

  private static boolean isText(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file) && (name.endsWith(".sql") || name.endsWith(".properties"));
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new UnusableErp(file + " is not UTF-8; save it as UTF-8.", e);
    }
  }
}
