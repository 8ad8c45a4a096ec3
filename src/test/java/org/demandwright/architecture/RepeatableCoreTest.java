package org.demandwright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The same data and the same seed give the same bits: what that forbids inside {@code core}. */
@AnalyzeClasses(packages = "org.demandwright.core", importOptions = WithoutTests.class)
class RepeatableCoreTest {
  private static final Set<String> CLOCK_READS =
      Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");
  private static final Set<String> THREAD_STARTS =
      Set.of("parallel", "parallelStream", "parallelSort", "parallelPrefix", "parallelSetAll");

  @ArchTest
  static final ArchRule core_has_no_clock =
      noClasses()
          .should()
          .callMethodWhere(
              describe("reads a clock", c -> fromTheJdk(c) && CLOCK_READS.contains(c.getName())))
          .because(
              "a forecast made again next year must give the same numbers: the as-of day is a"
                  + " parameter of the job and comes in as a value");

  @ArchTest
  static final ArchRule core_has_no_unseeded_randomness =
      noClasses()
          .should()
          .callCodeUnitWhere(unseededRandom())
          .because("whoever draws a random number takes the seed from ModelSpec or EngineOptions");

  @ArchTest
  static final ArchRule core_starts_no_threads =
      noClasses()
          .should()
          .callMethodWhere(
              describe(
                  "runs in parallel", c -> fromTheJdk(c) && THREAD_STARTS.contains(c.getName())))
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.util.concurrent")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .because(
              "the batch decides how many series run at once; sums that depend on the order of"
                  + " threads differ in their last bits");

  @ArchTest
  static final ArchRule core_reads_nothing =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax..",
              "jakarta..",
              "java.net..",
              "java.nio.file..",
              "java.util.prefs..")
          .because("rows and files are read at the edges (erp, store) and arrive here as records");

  @ArchTest
  static final ArchRule core_prints_nothing =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("what happened is part of the result: an Outcome, a reason, a record");

  private static boolean fromTheJdk(JavaCall<?> call) {
    return call.getTargetOwner().getPackageName().startsWith("java.");
  }

  private static DescribedPredicate<JavaCall<?>> unseededRandom() {
    return describe(
        "draws without a seed",
        call -> {
          String owner = call.getTargetOwner().getName();
          String name = call.getName();
          boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
          return owner.equals(Math.class.getName()) && name.equals("random")
              || owner.equals(Random.class.getName()) && name.equals("<init>") && noArguments
              || name.equals("randomUUID")
              || name.equals("shuffle") && call.getTarget().getRawParameterTypes().size() == 1
              || List.of("java.security.SecureRandom", "java.util.SplittableRandom").contains(owner)
                  && name.equals("<init>")
                  && noArguments;
        });
  }
}
