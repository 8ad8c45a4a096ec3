package org.demandwright.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * The product alone: no class that was compiled to where the tests lie, whichever folder that is.
 */
public final class WithoutTests implements ImportOption {
  private static final URI TESTS = tests();

  @Override
  public boolean includes(Location location) {
    return !location.asURI().toString().startsWith(TESTS.toString());
  }

  private static URI tests() {
    try {
      return WithoutTests.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the folder of the tests is no address", e);
    }
  }
}
