package org.demandwright.rest.forecast;

import java.util.Optional;
import org.demandwright.app.forecast.PublishedForecast.Share;
import org.demandwright.rest.wire.Word;

/** What forecasts are less of. */
public enum Net implements Word {
  /** Demand that is open: ordered already. */
  OPEN("open");

  private final String word;

  Net(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  public static Share share(Optional<Net> net) {
    return net.isPresent() ? Share.NET_OF_OPEN : Share.ALL;
  }
}
