package org.demandwright.store.decide;

import jakarta.json.Json;
import jakarta.json.spi.JsonProvider;

/**
 * Who writes and reads the JSON of rows. {@link Json} looks through all libraries for one at each
 * text, which takes longer than the text.
 */
final class StoredJson {
  static final JsonProvider JSON = JsonProvider.provider();

  private StoredJson() {}
}
