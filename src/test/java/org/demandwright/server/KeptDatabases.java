package org.demandwright.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;
import org.h2.tools.RunScript;

/**
 * Databases that an earlier build wrote, kept as scripts of H2 and of PostgreSQL beside the test
 * that opens them.
 *
 * @param folder where they lie, below this package
 */
record KeptDatabases(String folder) {

  /** Fills an empty database with what was kept of one, on the same product. */
  void restore(String name, TestDatabase into) throws IOException, SQLException {
    String script = text((into.isH2() ? "h2/" : "postgresql/") + name + ".sql.gz");
    try (Connection connection = into.open();
        Statement statement = connection.createStatement()) {
      if (into.isH2()) {
        RunScript.execute(connection, new StringReader(script));
      } else {
        statement.execute(script);
      }
    }
  }

  /** Returns the text of a compressed file. */
  String text(String file) throws IOException {
    try (InputStream in = KeptDatabases.class.getResourceAsStream(folder + "/" + file)) {
      return new String(new GZIPInputStream(in).readAllBytes(), UTF_8);
    }
  }
}
