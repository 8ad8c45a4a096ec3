package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.VersionFixture;
import org.junit.jupiter.api.Test;

class RunLeaseTest {
  private final VersionFixture store = new VersionFixture(new CountedStatements().database());

  @Test
  void a_server_that_closes_starts_no_run() {
    RunLease lease = new RunLease(store.runs(), new Clock());
    lease.close();
    Refused refused = catchThrowableOfType(Refused.class, lease::claim);
    assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAVAILABLE);
    assertThat(store.runs().lease().owner()).isEmpty();
  }

  @Test
  void a_run_under_way_is_a_conflict() {
    new RunLease(store.runs(), new Clock()).claim();
    Refused refused =
        catchThrowableOfType(Refused.class, new RunLease(store.runs(), new Clock())::claim);
    assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT);
  }
}
