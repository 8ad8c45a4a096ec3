package org.demandwright.server;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's Chromium, driven by Playwright and kept until the test JVM ends: a JUnit extension
 * for a static field, whose pages are closed after its class.
 *
 * <p>Without a Chromium the test class is skipped with a banner on standard error; with {@code
 * -Dbrowser.required} it fails instead.
 */
public final class Browser implements BeforeAllCallback, AfterAllCallback {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static com.microsoft.playwright.Browser chromium;

  private final List<BrowserContext> sessions = new ArrayList<>();

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<Path> found = find(System.getenv("PATH"));
    if (found.isEmpty()) {
      missing(context.getDisplayName(), Boolean.getBoolean("browser.required"), System.err);
    }
    if (chromium == null) {
      chromium = launch(found.orElseThrow());
    }
  }

  /** Unpacks Playwright and starts the browser, which takes longer than most of its tests. */
  private static com.microsoft.playwright.Browser launch(Path executable) {
    return Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
        .chromium()
        .launch(new LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(FLAGS));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    sessions.forEach(BrowserContext::close);
    sessions.clear();
  }

  /** Opens a page in a fresh session: no cookies of any page before. */
  public Page newPage() {
    BrowserContext session =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 1000));
    sessions.add(session);
    return session.newPage();
  }

  /** Returns the first known browser in the folders of {@code path}. */
  static Optional<Path> find(String path) {
    return NAMES.stream()
        .flatMap(name -> Stream.of(path.split(":", -1)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Fails where a browser is required, otherwise skips so that nobody can overlook it. */
  static void missing(String tests, boolean required, PrintStream err) {
    String message = "%s needs Chromium, and none of %s is in PATH".formatted(tests, NAMES);
    if (required) {
      throw new IllegalStateException(message + ", but -Dbrowser.required forbids skipping");
    }
    String line = "*".repeat(message.length() + 26);
    err.printf("%n%s%n*** BROWSER TESTS SKIPPED: %s%n%s%n%n", line, message, line);
    Assumptions.abort(message);
  }
}
