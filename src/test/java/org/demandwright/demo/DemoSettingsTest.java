package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DemoSettingsTest {
  private static Properties given(String... pairs) {
    Properties properties = new Properties();
    properties.setProperty("demo.start.dir", "/home/me/shop");
    properties.setProperty("demo.data.dir", "/data");
    properties.setProperty("demo.war", "/w.war");
    properties.setProperty("demo.micro", "/m.jar");
    properties.setProperty("demo.sales", "");
    properties.setProperty("demo.once", "");
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty("demo." + pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  @Test
  void whatIsEmptyIsNotGiven() {
    DemoSettings settings = DemoSettings.of(given());
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.once()).isFalse();
    assertThat(settings.sales()).isEmpty();
    assertThat(settings.planted()).isFalse();
    assertThat(settings.job()).isEmpty();
  }

  @Test
  void aRelativeFileStartsWhereTheCommandWasGiven() {
    DemoSettings settings =
        DemoSettings.of(
            given("sales", "../x.csv", "once", "true", "bucket", "WEEK", "asOf", "2024-01-01"));
    assertThat(settings.sales()).contains(Path.of("/home/me/x.csv"));
    assertThat(settings.once()).isTrue();
    assertThat(settings.job()).isEqualTo(Map.of("bucket", "WEEK", "asOf", "2024-01-01"));
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThatThrownBy(() -> DemoSettings.of(given("port", "99999")))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("-Dport=99999");
    assertThatThrownBy(() -> DemoSettings.of(given("port", "http")))
        .isInstanceOf(DemoFailure.class)
        .hasMessageContaining("1 to 65535");
  }
}
