package org.demandwright.rest.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.demandwright.app.Refused;

/** Bodies as bytes. */
public final class Bodies {
  static final int MOST_BYTES = 16 << 20;

  private Bodies() {}

  /** Reads a body to its end; refuses one that is too large. */
  public static byte[] read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  static Refused tooLarge() {
    return new Refused(
        Refused.Kind.TOO_LARGE,
        "The body has more than %d MB; send it in parts.".formatted(MOST_BYTES >> 20));
  }

  /** Returns a record as the API writes it. */
  public static byte[] json(Record record) {
    return RecordJson.bytes(record);
  }

  /** Returns a digest of an address, its query and a body, 64 characters. */
  public static String digest(String path, String query, byte[] body) {
    byte[] head = (path + "\n" + query + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return HexFormat.of().formatHex(ContentTag.sha256(all));
  }
}
