package org.demandwright.app.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.Refused.Kind;
import org.demandwright.app.Unavailable;
import org.demandwright.app.settings.Settings;
import org.demandwright.erp.ErpAccess;
import org.demandwright.erp.ErpConnections;
import org.demandwright.erp.UnreachableErp;
import org.demandwright.erp.UnusableErp;
import org.demandwright.file.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has to do something about it: the caller, an administrator, or nobody but wait. */
class RefusalKindsTest {
  private static final ErpTarget OTHER = new ErpTarget("jdbc:h2:mem:x", "", "ann", "secret");
  private static final SQLException DOWN = new SQLException(new ConnectException("refused"));
  private static final SQLException LOGIN = new SQLException("wrong password", "28P01");
  private static final SQLException NO_VIEW = new SQLException("no dw_item", "42P01");

  @TempDir Path folder;

  @Test
  void an_erp_that_is_down_is_asked_again_later_whoever_gave_the_address() {
    for (ErpTarget target : new ErpTarget[] {ErpTarget.CONFIGURED, OTHER}) {
      Refused refused = checking(target, new UnreachableErp("It is down.", DOWN));
      assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(refused.retryAfter()).isEqualTo(Unavailable.SOON);
      assertThat(refused).hasMessage("It is down.");
    }
  }

  @Test
  void what_the_configuration_says_wrong_is_for_an_administrator() {
    Refused refused = checking(ErpTarget.CONFIGURED, new UnreachableErp("No.", LOGIN));
    assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refused.retryAfter()).as("waiting does not help").isZero();
    assertThat(checking(ErpTarget.CONFIGURED, new UnusableErp("No view.", NO_VIEW)).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void what_the_caller_says_wrong_is_the_callers() {
    assertThat(checking(OTHER, new UnreachableErp("Wrong password.", LOGIN)).kind())
        .isEqualTo(Kind.INVALID);
    SQLException nowhere = new SQLException(new UnknownHostException("x"));
    assertThat(checking(OTHER, new UnreachableErp("No such host.", nowhere)).kind())
        .isEqualTo(Kind.INVALID);
    assertThat(checking(OTHER, new UnusableErp("A wish that cannot be served.")).kind())
        .isEqualTo(Kind.INVALID);
  }

  private Refused checking(ErpTarget target, UnusableErp failure) {
    ErpConnection connection = new ErpConnection(failing(failure), null, settings(Map.of()), null);
    return catchThrowableOfType(Refused.class, () -> connection.check(target, "ann"));
  }

  @Test
  void the_database_of_files_that_is_down_is_asked_again_later() {
    Settings settings =
        settings(
            Map.of(
                "dw.erp.file.url", "jdbc:h2:mem:files",
                "dw.erp.file.user", "owner",
                "dw.erp.file.password", "secret"));
    for (UnusableErp down :
        new UnusableErp[] {
          new UnreachableErp("Down.", DOWN),
          new UnusableErp("Down while it worked.", DOWN),
          new UnusableErp("Full.", new SQLException("no space left on device", "53100"))
        }) {
      Refused refused = loading(settings, down);
      assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(refused.retryAfter()).isEqualTo(Unavailable.SOON);
    }
    Refused broken = loading(settings, new UnusableErp("No table.", NO_VIEW));
    assertThat(broken.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(broken.retryAfter()).as("somebody has to mend it").isZero();
  }

  @Test
  void what_the_caller_wants_of_the_files_and_cannot_have_is_the_callers() {
    Settings settings =
        settings(Map.of("dw.erp.file.url", "jdbc:h2:mem:files", "dw.erp.file.user", "owner"));
    assertThat(loading(settings, new UnusableErp("No such load.")).kind()).isEqualTo(Kind.INVALID);
    UnusableErp tooLong = new UnusableErp("Too long.", new SQLException("too long", "22001"));
    assertThat(loading(settings, tooLong).kind()).isEqualTo(Kind.INVALID);
  }

  private static Refused loading(Settings settings, UnusableErp failure) {
    FileLoading loading =
        new FileLoading(null, null, null, failing(failure), settings, new Clock(), null);
    return catchThrowableOfType(Refused.class, loading::units);
  }

  private static ErpConnections failing(UnusableErp failure) {
    return new ErpConnections() {
      @Override
      public <T> T with(ErpAccess access, String configuredUrl, Duration silence, Work<T> work) {
        throw failure;
      }
    };
  }

  @Test
  void a_file_that_is_too_large() {
    FileShelf shelf = shelf(folder);
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                shelf.take(
                    "a.csv",
                    FileKind.ORDER_LINES,
                    new ByteArrayInputStream(new byte[1 << 21]),
                    "ann"));
    assertThat(refused.kind()).isEqualTo(Kind.TOO_LARGE);
    assertThat(refused).hasMessageContaining("larger than 1 MB");
  }

  @Test
  void a_folder_that_cannot_be_written() throws Exception {
    Path inTheWay = Files.writeString(folder.resolve("data"), "no folder");
    FileShelf shelf = shelf(inTheWay);
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                shelf.take(
                    "a.csv", FileKind.ORDER_LINES, new ByteArrayInputStream(new byte[1]), "ann"));
    assertThat(refused.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("cannot be written");
  }

  private static FileShelf shelf(Path data) {
    Settings settings = settings(Map.of("dw.data.dir", data.toString(), "dw.files.max-mb", "1"));
    return new FileShelf(null, settings, new Clock(), null);
  }

  private static Settings settings(Map<String, String> values) {
    return new Settings(new GivenConfig(values));
  }
}
