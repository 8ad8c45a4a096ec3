package org.demandwright.app.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** How servers that share a store are told apart: host, process and when the process began. */
public final class Member {
  private static final int PARTS = 3;

  private Member() {}

  /** Returns the name of this server, which no other process ever has. */
  public static String name() {
    return nameOf(ProcessHandle.current());
  }

  /** Returns whether a server was a process of this machine that has ended. */
  public static boolean isGone(String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != PARTS || !parts[0].equals(host())) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .map(p -> !p.isAlive() || !nameOf(p).equals(name))
        .orElse(true);
  }

  private static String nameOf(ProcessHandle process) {
    long began = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return host() + "/" + process.pid() + "/" + began;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
