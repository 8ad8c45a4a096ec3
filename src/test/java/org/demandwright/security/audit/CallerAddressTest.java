package org.demandwright.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerAddressTest {
  private final CallerAddress addresses =
      new CallerAddress(
          new Settings(new GivenConfig(Map.of("dw.security.proxies", "10.0.0.7,10.1.0.0/16"))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9.9.9.9|''|9.9.9.9",
        "9.9.9.9|1.2.3.4|9.9.9.9",
        "10.0.0.7|1.2.3.4|1.2.3.4",
        "10.0.0.7|6.6.6.6, 1.2.3.4|1.2.3.4",
        "10.0.0.7|6.6.6.6, 1.2.3.4, 10.1.200.3|1.2.3.4",
        "10.0.0.7|10.1.0.9|10.1.0.9",
        "10.0.0.7|''|10.0.0.7",
        "10.0.0.8|1.2.3.4|10.0.0.8",
        "10.0.0.7|2001:db8::5|2001:db8::5"
      })
  void a_proxy_is_believed_and_nobody_else(String peer, String forwarded, String address) {
    assertThat(addresses.find(request(peer, forwarded, ""))).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.7,https,true", "10.0.0.7,http,false", "9.9.9.9,https,false"})
  void what_a_proxy_says_of_tls_is_believed(String peer, String proto, boolean secure) {
    assertThat(addresses.isSecure(request(peer, "", proto))).isEqualTo(secure);
  }

  private static HttpServletRequest request(String peer, String forwarded, String proto) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            CallerAddressTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getRemoteAddr" -> peer;
                  case "getHeaders" ->
                      Collections.enumeration(forwarded.isEmpty() ? List.of() : List.of(forwarded));
                  case "getHeader" -> proto;
                  case "isSecure" -> false;
                  case "setAttribute" -> null;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
