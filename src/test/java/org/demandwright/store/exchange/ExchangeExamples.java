package org.demandwright.store.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.run.WorkStatus;

/** What the stores of exchange do. */
public final class ExchangeExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");

  private ExchangeExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(
            NamedRequestStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ExchangeExamples::requests),
        new StoreExample<>(NamedRequestStore.class, Does.FORGET, ExchangeExamples::forgotten),
        new StoreExample<>(
            ExportStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ExchangeExamples::exported),
        new StoreExample<>(
            ExportStore.class, Does.RETURN_WHAT_WAS_WRITTEN, ExchangeExamples::exportFails),
        new StoreExample<>(ExportStore.class, Does.PAGE_IN_ORDER, ExchangeExamples::exportPages),
        new StoreExample<>(ExportStore.class, Does.FORGET, ExchangeExamples::exportsForgotten),
        new StoreExample<>(
            HappeningLog.class, Does.RETURN_WHAT_WAS_WRITTEN, ExchangeExamples::happened),
        new StoreExample<>(HappeningLog.class, Does.PAGE_IN_ORDER, ExchangeExamples::feed),
        new StoreExample<>(HappeningLog.class, Does.FORGET, ExchangeExamples::happeningsForgotten));
  }

  private static void happened(HappeningLog log, Stores stores) {
    assertThat(log.ends()).isEqualTo(new HappeningLog.Ends(0, 0));
    log.add("run.ended", NOW, "{\"job\":\"nightly\"}");
    assertThat(log.after(0, 9))
        .containsExactly(new HappeningLog.Entry(1, "run.ended", NOW, "{\"job\":\"nightly\"}"));
    assertThat(log.ends()).isEqualTo(new HappeningLog.Ends(1, 0));
    assertThat(log.after(1, 9)).isEmpty();
  }

  private static void feed(HappeningLog log, Stores stores) {
    for (int i = 1; i <= 5; i++) {
      log.add("kind" + i, NOW, "{}");
    }
    assertThat(followed(0L, log::after, HappeningLog.Entry::position))
        .extracting(HappeningLog.Entry::kind)
        .containsExactly("kind1", "kind2", "kind3", "kind4", "kind5");
  }

  private static void happeningsForgotten(HappeningLog log, Stores stores) {
    log.add("old", NOW, "{}");
    log.add("older", NOW.minusSeconds(1), "{}");
    log.add("young", NOW.plusSeconds(1), "{}");
    log.forget(NOW.plusSeconds(1));
    assertThat(log.after(0, 9)).extracting(HappeningLog.Entry::kind).containsExactly("young");
    assertThat(log.ends()).isEqualTo(new HappeningLog.Ends(3, 2));
    log.forget(NOW);
    assertThat(log.ends()).as("it never goes back").isEqualTo(new HappeningLog.Ends(3, 2));
  }

  private static NamedRequestStore.Entry request(String account, String attempt, Instant at) {
    return new NamedRequestStore.Entry(account, "k1", attempt, "abc", at, Optional.empty());
  }

  private static void requests(NamedRequestStore requests, Stores stores) {
    NamedRequestStore.Entry first = request("ann", "1", NOW);
    assertThat(requests.claim(first)).isEqualTo(first);
    assertThat(requests.claim(request("ann", "2", NOW.plusSeconds(1))))
        .as("the first stands")
        .isEqualTo(first);
    assertThat(requests.claim(request("bob", "3", NOW)).attempt())
        .as("keys are the account's")
        .isEqualTo("3");
    assertThat(requests.takeOver(first, "4", NOW.plusSeconds(9))).isTrue();
    assertThat(requests.takeOver(first, "5", NOW.plusSeconds(9))).as("by one alone").isFalse();
    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
    requests.answer(
        "ann", "k1", "1", new NamedRequestStore.Answer(500, null, null, body)); // too late
    requests.answer("ann", "k1", "4", new NamedRequestStore.Answer(201, "/x/1", "\"e\"", body));
    NamedRequestStore.Answer answer =
        requests.find("ann", "k1").flatMap(NamedRequestStore.Entry::answer).orElseThrow();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.location()).isEqualTo("/x/1");
    assertThat(answer.entityTag()).isEqualTo("\"e\"");
    assertThat(answer.body()).isEqualTo(body);
    assertThat(requests.takeOver(requests.find("ann", "k1").orElseThrow(), "6", NOW)).isFalse();
  }

  private static void forgotten(NamedRequestStore requests, Stores stores) {
    requests.claim(request("ann", "1", NOW));
    requests.claim(request("bob", "2", NOW.plusSeconds(1)));
    requests.release("bob", "k1", "1");
    assertThat(requests.find("bob", "k1")).as("another's attempt").isPresent();
    requests.forget(NOW.plusSeconds(1));
    assertThat(requests.find("ann", "k1")).isEmpty();
    requests.release("bob", "k1", "2");
    assertThat(requests.find("bob", "k1")).isEmpty();
  }

  private static ExportStore.Order order(String by) {
    return new ExportStore.Order(by, NOW, 12, "default", "item=a%26b&raw=true", "scopeSite=S1");
  }

  private static ExportStore.Export waiting(long id, String by) {
    return new ExportStore.Export(
        id,
        order(by),
        WorkStatus.WAITING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void exported(ExportStore exports, Stores stores) {
    long id = exports.add(order("ann"));
    ExportStore.Export seen = waiting(id, "ann");
    assertThat(exports.find(id)).contains(seen);
    assertThat(exports.unfinished("ann")).isEqualTo(1);
    assertThat(exports.unfinished("bob")).isZero();
    assertThat(exports.begin(id, 7, "as it is", bytes("a"))).as("nobody claimed it").isFalse();

    assertThat(exports.claim(seen, "one", NOW.plusSeconds(30))).isTrue();
    assertThat(exports.claim(seen, "two", NOW.plusSeconds(30))).as("by one alone").isFalse();
    assertThat(exports.renew(id, "one", NOW.plusSeconds(60))).isTrue();
    assertThat(exports.renew(id, "two", NOW.plusSeconds(60))).isFalse();
    ExportStore.Export running = exports.find(id).orElseThrow();
    assertThat(running.owner()).contains("one");
    assertThat(running.leaseUntil()).contains(NOW.plusSeconds(60));
    assertThat(exports.claim(running, "two", NOW.plusSeconds(90))).as("takes it up").isTrue();
    exports.putBack(id, "one"); // too late
    assertThat(exports.find(id).orElseThrow().owner()).contains("two");

    assertThat(exports.begin(id, 7, "as it is", bytes("heading"))).isTrue();
    assertThat(exports.append(id, 3, bytes("rows"))).isTrue();
    assertThat(exports.begin(id, 8, "as it is", bytes("anew"))).isTrue();
    assertThat(exports.append(id, 5, bytes("others"))).isTrue();
    assertThat(exports.rows(id)).isEqualTo(5);
    assertThat(exports.block(id, 1))
        .hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes("anew")));
    assertThat(exports.block(id, 2))
        .hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes("others")));
    assertThat(exports.block(id, 3)).isEmpty();

    ExportStore.Content content = new ExportStore.Content(5, 10, "ab");
    exports.finish(id, content, NOW.plusSeconds(9));
    ExportStore.Export ready = exports.find(id).orElseThrow();
    assertThat(ready.status()).isEqualTo(WorkStatus.READY);
    assertThat(ready.content()).contains(content);
    assertThat(ready.executionId()).contains(8L);
    assertThat(ready.standing()).contains("as it is");
    assertThat(ready.owner()).isEmpty();
    assertThat(exports.fail(id, Words.literal("too late"), NOW)).isFalse();
    assertThat(exports.find(id)).contains(ready);
    assertThat(exports.unfinished()).isEmpty();
  }

  private static void exportFails(ExportStore exports, Stores stores) {
    long id = exports.add(order("ann"));
    exports.claim(waiting(id, "ann"), "one", NOW);
    exports.putBack(id, "one");
    assertThat(exports.unfinished()).containsExactly(waiting(id, "ann"));
    exports.claim(waiting(id, "ann"), "one", NOW);
    exports.begin(id, 7, "", bytes("heading"));
    assertThat(exports.fail(id, Words.of("run.export-deleted", 1), NOW.plusSeconds(1))).isTrue();
    ExportStore.Export failed = exports.find(id).orElseThrow();
    assertThat(failed.status()).isEqualTo(WorkStatus.FAILED);
    assertThat(failed.failedBecause()).contains(Words.of("run.export-deleted", 1));
    assertThat(failed.endedAt()).contains(NOW.plusSeconds(1));
    assertThat(exports.block(id, 1)).isEmpty();
    assertThat(exports.append(99, 1, bytes("x"))).as("it is not there").isFalse();
  }

  private static void exportPages(ExportStore exports, Stores stores) {
    List<Long> ids =
        List.of("ann", "bob", "ann", "bob", "ann").stream()
            .map(by -> exports.add(order(by)))
            .toList();
    assertThat(
            followed(
                99L,
                (before, limit) ->
                    exports.before(Optional.empty(), Optional.empty(), before, limit),
                ExportStore.Export::exportId))
        .extracting(ExportStore.Export::exportId)
        .containsExactly(ids.get(4), ids.get(3), ids.get(2), ids.get(1), ids.get(0));
    assertThat(
            followed(
                99L,
                (before, limit) ->
                    exports.before(Optional.of("scopeSite=S1"), Optional.of("ann"), before, limit),
                ExportStore.Export::exportId))
        .extracting(ExportStore.Export::exportId)
        .containsExactly(ids.get(4), ids.get(2), ids.get(0));
    assertThat(exports.before(Optional.of("scopeSite=S2"), Optional.empty(), 99, 9)).isEmpty();
  }

  private static void exportsForgotten(ExportStore exports, Stores stores) {
    long old = exports.add(order("ann"));
    long young = exports.add(order("ann"));
    long deleted = exports.add(order("ann"));
    exports.claim(waiting(deleted, "ann"), "one", NOW);
    exports.begin(deleted, 7, "", bytes("heading"));
    exports.finish(old, new ExportStore.Content(0, 0, "00"), NOW);
    exports.finish(young, new ExportStore.Content(0, 0, "00"), NOW.plusSeconds(1));
    exports.forget(NOW.plusSeconds(1));
    exports.remove(deleted);
    assertThat(exports.before(Optional.empty(), Optional.empty(), 99, 9))
        .extracting(ExportStore.Export::exportId)
        .containsExactly(young);
    assertThat(exports.block(deleted, 1)).isEmpty();
  }
}
