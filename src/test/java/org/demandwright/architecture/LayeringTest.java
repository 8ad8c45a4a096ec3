package org.demandwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who may know whom. Core knows nobody; data edges (erp, file, store) know core; app knows data;
 * doors (batch, schedule, rest, console) know app; doors never know each other. On the floors of
 * the store, the use cases and the doors, words of the house stand in one order.
 */
@AnalyzeClasses(packages = "org.demandwright", importOptions = WithoutTests.class)
class LayeringTest {
  private static final String ROOT = "org.demandwright.";
  private static final List<String> DOORS = List.of("rest", "console");
  private static final List<String> EDGES = List.of("erp", "file", "store");

  @ArchTest
  static final ArchRule core_knows_nobody =
      classes()
          .that()
          .resideInAPackage(ROOT + "core..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ROOT + "core..", "java..", "org.hipparchus..", "de.focus_shift..", "weka..")
          .because(
              "the mathematics must run alike in a unit test, in a benchmark and in any server:"
                  + " hand it values, never a database, a container or a framework");

  @ArchTest
  static final ArchRule weka_stays_in_its_leaf =
      only("core.model.weka", "weka..")
          .because(
              "a learning library is one way to fit a regressor; behind core.model.weka it can be"
                  + " replaced, and its mutable data sets do not leak into the vocabulary");

  @ArchTest
  static final ArchRule jberet_stays_in_its_leaf =
      only("batch.jberet", "org.jberet..")
          .because(
              "readers, processors and writers are written against jakarta.batch; which runtime"
                  + " drives them is known in one place");

  @ArchTest
  static final ArchRule demand_is_the_ground =
      rooms("core.demand")
          .mustNotKnow(
              "core.intake",
              "core.calendar",
              "core.feature",
              "core.model",
              "core.evaluate",
              "core.decide",
              "core.explain",
              "core.pipeline",
              "core.plan",
              "core.quality")
          .because("a series is the word that all others are made of");

  @ArchTest
  static final ArchRule intake_looks_at_demand_alone =
      rooms("core.intake")
          .mustNotKnow(
              "core.calendar",
              "core.feature",
              "core.model",
              "core.evaluate",
              "core.decide",
              "core.explain",
              "core.pipeline",
              "core.quality")
          .because("whether a row is a sales line is decided before anybody looks at the series");

  @ArchTest
  static final ArchRule plan_looks_at_demand_alone =
      rooms("core.plan")
          .mustNotKnow(
              "core.intake",
              "core.calendar",
              "core.feature",
              "core.model",
              "core.evaluate",
              "core.decide",
              "core.explain",
              "core.pipeline",
              "core.quality")
          .because("what people put over figures does not depend on how the figures were made");

  @ArchTest
  static final ArchRule quality_looks_at_demand_alone =
      rooms("core.quality")
          .mustNotKnow(
              "core.calendar",
              "core.feature",
              "core.model",
              "core.evaluate",
              "core.decide",
              "core.explain",
              "core.pipeline")
          .because("what is wrong with the data is wrong whichever model comes after");

  @ArchTest
  static final ArchRule features_do_not_know_models =
      rooms("core.feature")
          .mustNotKnow("core.model", "core.evaluate", "core.decide", "core.pipeline")
          .because("a feature describes demand; which model learns from it is not its business");

  @ArchTest
  static final ArchRule models_do_not_judge_themselves =
      rooms("core.model")
          .mustNotKnow("core.evaluate", "core.decide", "core.pipeline")
          .because("a model that can see its judge can be fitted to the verdict");

  @ArchTest
  static final ArchRule an_explanation_is_a_sum =
      rooms("core.explain")
          .mustNotKnow(
              "core.demand",
              "core.calendar",
              "core.feature",
              "core.model",
              "core.evaluate",
              "core.decide",
              "core.pipeline")
          .because("a model explains itself; what adds its parts up need not know which it is");

  @ArchTest
  static final ArchRule evaluation_ends_before_the_pipeline =
      rooms("core.evaluate")
          .mustNotKnow("core.decide", "core.explain", "core.pipeline")
          .because("a measure is the same whoever asks for it");

  @ArchTest
  static final ArchRule decisions_read_the_forecast =
      rooms("core.decide")
          .mustNotKnow(
              "core.intake",
              "core.calendar",
              "core.feature",
              "core.explain",
              "core.pipeline",
              "core.plan",
              "core.quality")
          .because(
              "a decision is made of the totals of a version, whoever made them and however; and"
                  + " the pipeline that makes them knows no decision");

  @ArchTest
  static final ArchRule forecasts_do_not_know_decisions =
      rooms("core.pipeline", "core.explain", "core.calendar", "core.plan", "core.quality")
          .mustNotKnow("core.decide")
          .because("the forecast's hash is the same whether anybody decides by it or not");

  @ArchTest
  static final ArchRule data_edges_know_core_alone =
      rooms("erp", "file", "store")
          .mustNotKnow("app", "batch", "schedule", "rest", "console", "security", "demo")
          .because("whoever stores a value must not know what it is wanted for");

  @ArchTest
  static final ArchRule erp_does_not_know_the_store =
      rooms("erp", "file")
          .mustNotKnow("store")
          .because(
              "two data sources, one of them read-only: what belongs to both is a core record, and"
                  + " a batch step carries it across");

  @ArchTest
  static final ArchRule erp_does_not_know_files =
      rooms("erp")
          .mustNotKnow("file")
          .because("files are one more source of order lines, and look like an ERP from outside");

  @ArchTest
  static final ArchRule the_store_does_not_know_the_erp =
      rooms("store").mustNotKnow("erp", "file").because("any ERP fills the same store");

  @ArchTest
  static final ArchRule app_knows_no_door =
      rooms("app")
          .mustNotKnow("batch", "schedule", "rest", "console", "demo")
          .because(
              "a use case is the same from the console, over REST and at night; what it needs from"
                  + " an edge it declares as a port, and CDI brings the implementation");

  @ArchTest
  static final ArchRule security_knows_no_door =
      rooms("security")
          .mustNotKnow("batch", "schedule", "rest", "console", "erp", "file", "demo")
          .because("who somebody is does not depend on the door they come through");

  @ArchTest
  static final ArchRule batch_knows_no_other_door =
      rooms("batch")
          .mustNotKnow("schedule", "rest", "console", "security", "demo")
          .because("a job runs the same whoever started it");

  @ArchTest
  static final ArchRule schedule_knows_app_alone =
      rooms("schedule")
          .mustNotKnow("batch", "rest", "console", "erp", "file", "security", "demo")
          .because("the timer presses the same button as a person does");

  @ArchTest
  static final ArchRule post_knows_app_alone =
      rooms("post")
          .mustNotKnow(
              "batch", "schedule", "rest", "console", "erp", "file", "store", "security", "demo")
          .because("whoever carries a message need not know what it is about");

  @ArchTest
  static final ArchRule nobody_knows_post =
      rooms(
              "core",
              "erp",
              "file",
              "store",
              "security",
              "app",
              "batch",
              "schedule",
              "rest",
              "console")
          .mustNotKnow("post")
          .because("what is to be sent is written down, and the post fetches it");

  @ArchTest
  static final ArchRule rest_asks_use_cases =
      rooms("rest")
          .mustNotKnow("batch", "schedule", "console", "demo")
          .because(
              "a door translates words and checks rights, and asks app for the rest; so both doors"
                  + " give the same answer");

  @ArchTest
  static final ArchRule the_console_asks_use_cases =
      rooms("console")
          .mustNotKnow("batch", "schedule", "rest", "demo")
          .because("a screen bean prepares one screen out of what app answers");

  @ArchTest
  static final ArchRule values_travel_services_stay =
      noClasses()
          .that(describe("live in rest or console", c -> Rooms.lives(c, DOORS.stream())))
          .should()
          .dependOnClassesThat(
              describe(
                  "live in an edge and are no values",
                  c -> Rooms.lives(c, EDGES.stream()) && !isValue(c)))
          .because(
              "a door may show a record or an enum of the edge that owns it, so that no mirror of it"
                  + " is needed; whoever asks an edge for something is a use case");

  @ArchTest
  static final ArchRule doors_touch_no_database =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + "rest..", ROOT + "console..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..")
          .because("SQL in a door is a rule that the other door does not have");

  @ArchTest
  static final ArchRule nobody_needs_the_demo =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + "demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + "demo..")
          .because("the generated ERP is an example of a customer, not a part of the product");

  @ArchTest
  static final ArchRule leaves_are_private =
      classes()
          .should(LeavesArePrivate.knowOnlyTheirOwnLeaves())
          .because(
              "package roots are public and leaves are private: import the interface at the root,"
                  + " let CDI or ServiceLoader find what implements it");

  @ArchTest
  static final ArchRule words_stand_in_order =
      classes()
          .should(WordsInOrder.lookBackAlone())
          .because(
              "what comes later in the night may look back at what came before it, never ahead; so a"
                  + " word can be read, tested and replaced without those behind it");

  @ArchTest
  static final ArchRule sql_stays_in_the_store =
      plumbing("store.sql", "store")
          .because(
              "a statement outside of the stores is a rule about a table that they do not see");

  @ArchTest
  static final ArchRule wire_stays_in_rest =
      plumbing("rest.wire", "rest").because("how JSON is read is nobody else's business");

  @ArchTest
  static final ArchRule frame_stays_in_the_console =
      plumbing("console.frame", "console").because("how pages are framed is the console's alone");

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices()
          .matching("org.demandwright.(**)")
          .should()
          .beFreeOfCycles()
          .because("what goes round can be neither read in order nor replaced alone");

  private static ArchRule plumbing(String pipes, String house) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + house + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + pipes + "..");
  }

  private static boolean isValue(JavaClass c) {
    JavaClass outermost = c;
    while (outermost.getEnclosingClass().isPresent()) {
      if (outermost.isRecord() || outermost.isEnum()) {
        return true;
      }
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost.isRecord()
        || outermost.isEnum()
        || outermost.isInterface()
        || outermost.isAssignableTo(Throwable.class);
  }

  /** Starts a rule over one or more rooms of the house. */
  private static Rooms rooms(String... names) {
    return new Rooms(List.of(names));
  }

  private static ArchRule only(String leaf, String library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + leaf + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private record Rooms(List<String> names) {
    ArchRule mustNotKnow(String... others) {
      return noClasses()
          .that(describe("live in " + names, c -> lives(c, names.stream())))
          .should()
          .dependOnClassesThat(
              describe("live in " + Arrays.toString(others), c -> lives(c, Stream.of(others))));
    }

    private static boolean lives(JavaClass c, Stream<String> rooms) {
      String name = c.getPackageName() + ".";
      return rooms.anyMatch(room -> name.startsWith(ROOT + room + "."));
    }
  }
}
