package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;
import org.demandwright.store.sql.Sql;
import org.junit.jupiter.api.Test;

/**
 * A store that hands rows on one by one does so within a transaction: without one the driver of
 * PostgreSQL takes no heed of how many rows are to be fetched at a time, and holds all of them.
 */
class StreamedReadingsTest {
  @Test
  void rows_are_handed_on_within_a_transaction() {
    JavaClasses stores =
        new ClassFileImporter()
            .withImportOption(new WithoutTests())
            .importPackages("org.demandwright.store");
    List<String> outside =
        stores.stream()
            .filter(store -> !store.isAnnotatedWith(Transactional.class))
            .filter(store -> store.getSimpleName().endsWith("Store"))
            .flatMap(store -> store.getMethods().stream())
            .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(StreamedReadingsTest::handsRowsOn)
            .filter(m -> !m.isAnnotatedWith(Transactional.class))
            .map(m -> m.getOwner().getSimpleName() + "." + m.getName())
            .sorted()
            .toList();
    assertThat(outside)
        .as("public methods of stores that hand on rows to a Consumer and are not @Transactional")
        .isEmpty();
  }

  private static boolean handsRowsOn(JavaMethod method) {
    return method.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Consumer.class))
        && method.getMethodCallsFromSelf().stream()
            .anyMatch(
                c -> c.getTargetOwner().isEquivalentTo(Sql.class) && c.getName().equals("each"));
  }
}
