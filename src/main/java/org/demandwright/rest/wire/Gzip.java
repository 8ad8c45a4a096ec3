package org.demandwright.rest.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Packs answers by gzip for callers that say {@code Accept-Encoding: gzip}, but none that fit into
 * one packet. A strong entity tag names bytes, so that those of a packed answer end in {@code
 * -gzip}; {@link EntityTags} takes both for the same.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class Gzip implements WriterInterceptor {
  /** Less than this is sent as it is. */
  static final int FEW_BYTES = 1_400;

  private static final Set<String> TEXTS = Set.of("json", "problem+json", "csv", "plain");

  @Context HttpHeaders request;

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    if (!isAccepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING))
        || type == null
        || !TEXTS.contains(type.getSubtype())) {
      context.proceed();
      return;
    }
    Packing packing = new Packing(context.getOutputStream(), context.getHeaders());
    context.setOutputStream(packing);
    context.proceed();
    packing.finish();
  }

  /** Reads the header as far as gzip is concerned. */
  static boolean isAccepted(String header) {
    if (header == null) {
      return false;
    }
    boolean any = false;
    for (String part : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] coding = part.strip().split("\\s*;\\s*", -1);
      boolean refused = coding.length > 1 && coding[1].matches("q=0(\\.0*)?");
      if (coding[0].equals("gzip") || coding[0].equals("x-gzip")) {
        return !refused;
      }
      any |= coding[0].equals("*") && !refused;
    }
    return any;
  }

  /** Holds the first bytes back, until it is clear whether they are worth packing. */
  private static final class Packing extends OutputStream {
    private final OutputStream plain;
    private final MultivaluedMap<String, Object> headers;
    private ByteArrayOutputStream first = new ByteArrayOutputStream(FEW_BYTES);
    private GZIPOutputStream packed;

    Packing(OutputStream plain, MultivaluedMap<String, Object> headers) {
      this.plain = plain;
      this.headers = headers;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (packed != null) {
        packed.write(bytes, from, length);
      } else if (first.size() + length <= FEW_BYTES) {
        first.write(bytes, from, length);
      } else {
        begin();
        packed.write(bytes, from, length);
      }
    }

    private void begin() throws IOException {
      headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
      headers.remove(HttpHeaders.CONTENT_LENGTH);
      if (headers.getFirst(HttpHeaders.ETAG) instanceof EntityTag tag && !tag.isWeak()) {
        headers.putSingle(HttpHeaders.ETAG, new EntityTag(tag.getValue() + EntityTags.PACKED));
      }
      packed = new GZIPOutputStream(plain);
      first.writeTo(packed);
      first = null;
    }

    @Override
    public void flush() throws IOException {
      if (packed != null) {
        packed.flush();
      }
    }

    void finish() throws IOException {
      if (packed == null) {
        first.writeTo(plain);
      } else {
        packed.finish();
      }
    }
  }
}
