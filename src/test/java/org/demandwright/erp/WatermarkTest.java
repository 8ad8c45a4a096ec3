package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.time.LocalDateTime;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  /** The checkpoint of a run that an earlier build left in its import, as JBeret keeps it. */
  private static final String KEPT =
      "aced00057372001e6f72672e64656d616e647772696768742e6572702e57617465726d61726b0000000000000002"
          + "0200034a0009736f757263654b65794c00096368616e67656441747400194c6a6176612f74696d652f4c6f"
          + "63616c4461746554696d653b4c00066c696e6549647400124c6a6176612f6c616e672f537472696e673b78"
          + "7000000000000007cb7372000d6a6176612e74696d652e536572955d84ba1b2248b20c00007870770e0500"
          + "0007e90c1f0f1d34001e70f878740008534f4c3a31393935";

  @Test
  void is_read_as_earlier_builds_wrote_it() throws Exception {
    ByteArrayInputStream bytes = new ByteArrayInputStream(HexFormat.of().parseHex(KEPT));
    try (ObjectInputStream in = new ObjectInputStream(bytes)) {
      assertThat(in.readObject())
          .isEqualTo(
              new Watermark(
                  LocalDateTime.of(2025, 12, 31, 15, 29, 52, 1_995_000), 1995, "SOL:1995"));
    }
  }
}
