package org.demandwright.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordFileTest {
  @Test
  void only_the_owner_reads_it_and_no_draft_stays(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("new/admin.password");
    new PasswordFile(file).write("one");
    new PasswordFile(file).write("two");
    assertThat(file).hasContent("two");
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(file))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void passwords_are_long_and_never_the_same() {
    assertThat(RandomPassword.draw()).hasSize(24).isNotEqualTo(RandomPassword.draw());
  }
}
