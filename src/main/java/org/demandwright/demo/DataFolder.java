package org.demandwright.demo;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder in which the demo keeps databases, passwords, the server's log and the summary. */
record DataFolder(Path root) {
  private static final int SECRET_BYTES = 24;

  /** Creates the folder if need be. */
  static DataFolder of(Path root) {
    try {
      return new DataFolder(Files.createDirectories(root.toAbsolutePath().normalize()));
    } catch (IOException e) {
      throw new DemoFailure(
          root + " cannot be created (" + e + "); choose another folder by -Ddata.dir=", e);
    }
  }

  Path file(String name) {
    return root.resolve(name);
  }

  /** Returns the URL of an embedded database with this name. */
  /** Returns a folder in which nothing is left of an earlier start. */
  Path emptied(String name) {
    Path folder = file(name);
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      return folder;
    } catch (IOException e) {
      throw new DemoFailure(folder + " cannot be emptied (" + e + "); check the rights", e);
    }
  }

  /** Returns the owner's URL of the embedded database with this name: every commit is on disk. */
  String url(String database) {
    return "jdbc:h2:file:" + root.resolve(database);
  }

  /** Returns the same with every commit on disk at once, so that a crash loses none. */
  String durableUrl(String database) {
    return url(database) + ";WRITE_DELAY=0";
  }

  /**
   * Returns the URL of a user who may read only: such a one may neither create nor set anything.
   */
  String readerUrl(String database) {
    return url(database) + ";IFEXISTS=TRUE";
  }

  /**
   * Returns the password kept in a file, or invents one and keeps it readable by its owner only.
   */
  String secret(String name) {
    Path file = file(name);
    try {
      if (Files.exists(file)) {
        return Files.readString(file).strip();
      }
      byte[] bytes = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(bytes);
      String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      write(name, secret + "\n", "rw-------");
      return secret;
    } catch (IOException e) {
      throw new DemoFailure(file + " cannot be read or written (" + e + "); check the rights", e);
    }
  }

  /** Writes a file as a whole: nobody sees half of it, and it never has wider rights. */
  void write(String name, String text, String rights) throws IOException {
    Path draft = file(name + ".new");
    Files.deleteIfExists(draft);
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, text);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(rights));
    } else {
      Files.writeString(draft, text);
    }
    Files.move(
        draft, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
