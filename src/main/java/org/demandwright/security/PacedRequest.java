package org.demandwright.security;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** A request whose body has to come at a pace, or is given up on. */
final class PacedRequest extends HttpServletRequestWrapper {
  private ServletInputStream body;

  PacedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new PacedBody(super.getInputStream(), InstantSource.system());
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    String named = getCharacterEncoding();
    Charset charset = named == null ? StandardCharsets.ISO_8859_1 : Charset.forName(named);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }

  /** Bytes that come at least so fast on the whole, once a while has gone by. */
  static final class PacedBody extends ServletInputStream {
    private static final long GRACE_MILLIS = 10_000;
    private static final long LEAST_BYTES_A_SECOND = 1_000;

    private final ServletInputStream real;
    private final InstantSource clock;
    private long waited;
    private long bytes;

    PacedBody(ServletInputStream real, InstantSource clock) {
      this.real = real;
      this.clock = clock;
    }

    /** Reads a part. */
    private interface Part {
      int read() throws IOException;
    }

    /** Only the time that is waited for the caller counts, not what is done with what came. */
    private int paced(Part part, boolean single) throws IOException {
      long begun = clock.millis();
      int read = part.read();
      waited += clock.millis() - begun;
      bytes += single ? 1 : Math.max(0, read);
      if (waited > GRACE_MILLIS + bytes * 1_000 / LEAST_BYTES_A_SECOND) {
        throw new InterruptedIOException("the body comes too slowly");
      }
      return read;
    }

    @Override
    public int read() throws IOException {
      return paced(real::read, true);
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      return paced(() -> real.read(buffer, from, length), false);
    }

    @Override
    public boolean isFinished() {
      return real.isFinished();
    }

    @Override
    public boolean isReady() {
      return real.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      real.setReadListener(listener);
    }
  }
}
