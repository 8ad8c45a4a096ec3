package org.demandwright.rest.wire;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) that strangers send: UTF-8 alone, bounded in size, in depth and in the
 * length of numbers, no member twice.
 */
final class StrictJson {
  static final int MOST_DEPTH = 32;
  static final int MOST_DIGITS = 100;

  private static final JsonReaderFactory READERS =
      Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

  private StrictJson() {}

  /** Returns the text of a body. */
  static String text(InputStream body) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Bodies.read(body)))
          .toString();
    } catch (CharacterCodingException otherCharset) {
      throw new BadBody("#", "The body is not UTF-8", "");
    }
  }

  /** Reads a text; empty where it is no JSON, or more of it than anybody needs. */
  static Optional<JsonValue> parse(String text) {
    if (!isBounded(text)) {
      return Optional.empty();
    }
    // within a list, what stands behind the first value is not passed over
    try (JsonReader reader = READERS.createReader(new StringReader("[" + text + "]"))) {
      JsonArray values = reader.readArray();
      return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    } catch (JsonException | IllegalStateException notJson) {
      return Optional.empty();
    }
  }

  /** Looks at brackets and numbers alone; whether the rest is JSON, the parser finds out. */
  private static boolean isBounded(String text) {
    int depth = 0;
    int digits = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '\\') {
          i++;
        }
        quoted = c != '"';
        continue;
      }
      quoted = c == '"';
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      digits = c >= '0' && c <= '9' || "+-.eE".indexOf(c) >= 0 ? digits + 1 : 0;
      if (depth < 0 || depth > MOST_DEPTH || digits > MOST_DIGITS) {
        return false;
      }
    }
    return true;
  }
}
