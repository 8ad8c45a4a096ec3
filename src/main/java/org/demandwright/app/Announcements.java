package org.demandwright.app;

/** Port to whoever tells other systems what happened; implemented in a later word, found by CDI. */
public interface Announcements {

  /** Takes note, in the transaction of what happened: both are there or neither is. */
  void announce(Announcement happened);
}
