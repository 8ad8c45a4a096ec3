package org.demandwright.store;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.demandwright.store.sql.Sql;

/** All stores that there are, made as the container would make them. */
final class StoreBeans {
  /** Methods that return something but change the store. */
  static final Set<String> COMMANDS =
      Set.of(
          "AccountStore.change",
          "AnswerStore.answer",
          "AnswerStore.forget",
          "AuditEventStore.forget",
          "AnswerStore.name",
          "DeliveryStore.again",
          "DeliveryStore.againSince",
          "DeliveryStore.claim",
          "CustomerRows.rename",
          "DecisionStore.begin",
          "DecisionStore.finish",
          "DecisionStore.forget",
          "ErasureStore.add",
          "HandoverStore.add",
          "HandoverStore.settle",
          "PolicyRuleStore.replace",
          "PriceResponseStore.begin",
          "ScenarioStore.add",
          "ScenarioStore.remove",
          "PromotionStore.add",
          "PromotionStore.change",
          "PromotionStore.remove",
          "PromotionEffectStore.replace",
          "ReorderWriteStore.begin",
          "ReorderWriteStore.settle",
          "ReorderWriteStore.takeBack",
          "ReleaseRuleStore.held",
          "ReleaseRuleStore.replace",
          "ReleaseRuleStore.turn",
          "SimulationStore.add",
          "SimulationStore.begin",
          "SimulationStore.claim",
          "SimulationStore.renew",
          "StockPlanStore.write",
          "SuggestionStore.write",
          "SuggestionStore.replace",
          "SupplyStore.put",
          "SupplyStore.keep",
          "SupplyStore.keepSources",
          "SupplyAccountStore.keepSources",
          "SupplyAccountStore.keepApart",
          "SupplyAccountStore.begin",
          "SupplyAccountStore.forget",
          "SentSupplyStore.replace",
          "SentSupplyStore.forget",
          "SupplyAccountStore.write",
          "EventStore.add",
          "EventStore.remove",
          "ReferenceStore.remove",
          "ExportStore.add",
          "ExportStore.append",
          "ExportStore.begin",
          "ExportStore.claim",
          "ExportStore.fail",
          "ExportStore.renew",
          "FileStore.add",
          "ImportStore.add",
          "ImportStore.claim",
          "IntakeRunStore.begin",
          "IntakeRunStore.close",
          "LayerStore.add",
          "LayerStore.withdraw",
          "LinkStore.add",
          "LinkStore.change",
          "LinkStore.remove",
          "MappingStore.remove",
          "NotDemandStore.add",
          "NotDemandStore.withdraw",
          "NamedRequestStore.claim",
          "NamedRequestStore.takeOver",
          "OverrideStore.add",
          "OverrideStore.deleteDraft",
          "OverrideStore.move",
          "QualityStore.begin",
          "RateStore.remove",
          "RunDayStore.today",
          "RunStore.breakOff",
          "RunStore.claim",
          "RunStore.leaseFor",
          "RunStore.renew",
          "ScheduleStore.move",
          "SecretStore.add",
          "SecretStore.remove",
          "SeriesStore.idsOf",
          "SignalStore.remove",
          "SourceStore.remove",
          "VersionStore.open",
          "WebhookStore.add");

  private StoreBeans() {}

  static List<Class<?>> all() {
    return new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.demandwright.store")
            .stream()
            .filter(c -> c.isAnnotatedWith(ApplicationScoped.class))
            .filter(c -> !c.getPackageName().equals("org.demandwright.store.sql"))
            .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
            .<Class<?>>map(JavaClass::reflect)
            .sorted(Comparator.comparing(Class::getSimpleName))
            .toList();
  }

  /** Makes a store with all that it is made of. */
  static <S> S make(Class<S> store, Sql sql) {
    Constructor<?> constructor =
        Arrays.stream(store.getDeclaredConstructors())
            .filter(c -> c.isAnnotationPresent(Inject.class))
            .findFirst()
            .orElseThrow();
    constructor.setAccessible(true);
    Object[] parts =
        Arrays.stream(constructor.getParameterTypes())
            .map(part -> part == Sql.class ? sql : make(part, sql))
            .toArray();
    try {
      return store.cast(constructor.newInstance(parts));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(store + " cannot be made", e);
    }
  }

  /** Public methods of a store that return something, or hand something on, and change nothing. */
  static Stream<Method> queries(Class<?> store) {
    return methods(store)
        .filter(
            m ->
                m.getReturnType() != void.class
                    || Stream.of(m.getParameterTypes())
                        .anyMatch(p -> p == Consumer.class || p == BiConsumer.class))
        .filter(m -> !COMMANDS.contains(store.getSimpleName() + "." + m.getName()));
  }

  static Stream<Method> methods(Class<?> store) {
    return Arrays.stream(store.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
        .filter(m -> !m.isSynthetic());
  }

  /** Returns a query's name with the types that tell it from others of that name. */
  static String signature(Method m) {
    return m.getDeclaringClass().getSimpleName()
        + "."
        + m.getName()
        + Arrays.stream(m.getParameterTypes()).map(Class::getSimpleName).toList();
  }
}
