package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.Test;

class NightlyServerIT {
  @Test
  void first() throws Exception {
    try (Installation i = Installation.of(Engine.H2, "nightly", DemoSize.small())) {
      long t = System.nanoTime();
      i.server().start();
      System.out.println("started " + (System.nanoTime() - t) / 1e9);
      var run =
          i.server()
              .client()
              .complete("nightly", Map.of("bucket", "WEEK", "horizon", "4"), Duration.ofMinutes(4));
      System.out.println(run.prettify());
      var v = i.server().client().get("forecast-versions?limit=1");
      System.out.println(v.asPrettyString());
      System.out.println(i.server().client().get("forecast-versions/1/summary").asPrettyString());
      System.out.println(i.server().client().get("forecasts?limit=3").asPrettyString());
      assertThat(v.statusCode()).isEqualTo(200);
    }
  }
}
