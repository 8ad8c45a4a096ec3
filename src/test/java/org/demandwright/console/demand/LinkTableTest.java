package org.demandwright.console.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.demand.LifecycleLinks;
import org.demandwright.app.demand.LinkRecord;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.LifecycleLink.Ramp.Shape;
import org.junit.jupiter.api.Test;

class LinkTableTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

  private static final LifecycleLinks.Request LIKE =
      new LifecycleLinks.Request(
          Optional.of("A"),
          LifecycleLink.Kind.PHASE_IN,
          "tea",
          "=mate",
          Optional.of("S1"),
          DAY,
          Optional.empty(),
          Optional.of(new BigDecimal("0.5")),
          Optional.of(Shape.LAUNCH),
          Optional.of(6),
          Optional.of("new, and like it"));

  @Test
  void a_table_has_a_link_a_line() {
    LinkRecord record =
        new LinkRecord(
            7,
            new LifecycleLink(
                "A",
                LifecycleLink.Kind.PHASE_IN,
                "tea",
                "=mate",
                Optional.of("S1"),
                DAY,
                Optional.empty(),
                new BigDecimal("0.5"),
                Optional.of(new LifecycleLink.Ramp(Shape.LAUNCH, 6))),
            "new, and like it",
            "ann",
            Instant.EPOCH);
    String table = LinkTable.of(List.of(record));
    assertThat(table)
        .isEqualTo(
            "linkId,org,kind,predecessor,successor,site,firstDay,lastDay,factor,ramp,rampWeeks,note"
                + "\r\n7,A,PHASE_IN,tea,'=mate,S1,2027-03-01,,0.5,LAUNCH,6,\"new, and like it\"\r\n");
    assertThat(LinkTable.read(table))
        .containsExactly(new LifecycleLinks.Row(Optional.of(7L), LIKE));
  }

  @Test
  void a_spreadsheet_with_semicolons_is_read_too() {
    assertThat(
            LinkTable.read(
                "\uFEFFkind;predecessor;successor;firstDay;factor\nsupersession;a;b;2027-03-01;0,5\n"))
        .containsExactly(
            new LifecycleLinks.Row(
                Optional.empty(),
                new LifecycleLinks.Request(
                    Optional.empty(),
                    LifecycleLink.Kind.SUPERSESSION,
                    "a",
                    "b",
                    Optional.empty(),
                    DAY,
                    Optional.empty(),
                    Optional.of(new BigDecimal("0.5")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
  }

  @Test
  void what_is_wrong_is_told_with_its_line() {
    String heading = "kind,predecessor,successor,firstDay\n";
    refused(heading + "SUPERSESSION,a,b,2027-03-01\nSUPERSESSION,a,b,soon\n", "Line 3: firstDay");
    refused(heading + "FOLLOWS,a,b,2027-03-01\n", "Line 2: kind cannot be \"FOLLOWS\"");
    refused(heading + "SUPERSESSION,,b,2027-03-01\n", "Line 2: predecessor is missing");
    refused("kind,colour\nSUPERSESSION,red\n", "no column \"colour\"");
    refused(heading + "SUPERSESSION\n", "Line 2: predecessor is missing");
    refused(
        heading + "SUPERSESSION,a,b,2027-03-01\nSUPERSESSION,a,b\n", "Line 3: firstDay is missing");
    refused(heading + "SUPERSESSION,a,b,2027-03-01,1\n", "Line 2 has more cells");
    refused("kind,kind\nSUPERSESSION,PHASE_IN\n", "no table with the heading");
    assertThat(LinkTable.read("")).isEmpty();
  }

  private static void refused(String table, String why) {
    assertThatThrownBy(() -> LinkTable.read(table))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(why);
  }
}
