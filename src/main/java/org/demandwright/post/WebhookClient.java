package org.demandwright.post;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.demandwright.app.exchange.WebhookDeliveries.Outgoing;

/**
 * Sends a message by HTTP. It connects to the very addresses that the resolver judged, follows no
 * redirect, keeps no cookie and no connection, takes no proxy, and reads the beginning of the
 * answer alone.
 */
final class WebhookClient implements AutoCloseable {
  private static final Logger LOG = System.getLogger(WebhookClient.class.getName());

  private static final int MOST_READ = 1_000;

  private final CloseableHttpClient client;

  /** Finds the addresses of a host, or refuses it. */
  interface Hosts {
    InetAddress[] resolved(String host) throws UnknownHostException;
  }

  /** What was answered. */
  record Answer(int code, String beginning) {}

  /**
   * @param connect longest time to connect, milliseconds
   * @param silence longest time without a byte, milliseconds
   */
  WebhookClient(Hosts hosts, int connect, int silence) {
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new JudgedHosts(hosts))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.ofMilliseconds(connect))
                    .setSocketTimeout(Timeout.ofMilliseconds(silence))
                    .build())
            .setMaxConnPerRoute(WebhookPost.MOST_AT_ONCE)
            .setMaxConnTotal(WebhookPost.MOST_AT_ONCE)
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(Timeout.ofMilliseconds(silence))
                    .setConnectionRequestTimeout(Timeout.ofMilliseconds(connect))
                    .build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .setUserAgent("Demandwright")
            .build();
  }

  private record JudgedHosts(Hosts hosts) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return hosts.resolved(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  /** Returns the request for a message; whoever sends it may cancel it. */
  static HttpPost request(Outgoing message) {
    HttpPost request = new HttpPost(message.target());
    message.headers().forEach(request::setHeader);
    request.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
    return request;
  }

  /**
   * Sends a request.
   *
   * @throws IOException if there is no answer
   */
  Answer send(HttpPost request) throws IOException {
    ClassicHttpResponse response = client.executeOpen(null, request, null);
    try {
      return new Answer(response.getCode(), beginning(response));
    } finally {
      request.cancel(); // whatever else it wants to say
      hangUp(response);
    }
  }

  private static void hangUp(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The receiver was still speaking", e);
    }
  }

  private static String beginning(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return "";
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    InputStream body = entity.getContent();
    int next = body.read();
    while (next >= 0 && read.size() < MOST_READ) {
      read.write(next);
      next = read.size() < MOST_READ ? body.read() : -1;
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  /** Waits for nothing that is under way. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }
}
