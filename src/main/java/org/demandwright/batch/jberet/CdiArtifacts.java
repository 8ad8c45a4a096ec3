package org.demandwright.batch.jberet;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jberet.creation.AbstractArtifactFactory;

/** Finds batch artifacts as CDI beans by their name and ends them with their step. */
final class CdiArtifacts extends AbstractArtifactFactory {
  private final BeanManager beans;
  private final Map<Object, CreationalContext<?>> contexts =
      Collections.synchronizedMap(new IdentityHashMap<>());

  CdiArtifacts(BeanManager beans) {
    this.beans = beans;
  }

  @Override
  public Class<?> getArtifactClass(String ref, ClassLoader classLoader) {
    Bean<?> bean = findBean(ref, beans, classLoader);
    return bean == null ? null : bean.getBeanClass();
  }

  @Override
  public Object create(String ref, Class<?> type, ClassLoader classLoader) {
    Bean<?> bean = findBean(ref, beans, classLoader);
    if (bean == null) {
      return null;
    }
    CreationalContext<?> context = beans.createCreationalContext(bean);
    Object artifact = beans.getReference(bean, bean.getBeanClass(), context);
    contexts.put(artifact, context);
    return artifact;
  }

  @Override
  public void destroy(Object artifact) {
    CreationalContext<?> context = artifact == null ? null : contexts.remove(artifact);
    if (context != null) {
      context.release();
    } else if (artifact != null) {
      super.destroy(artifact);
    }
  }
}
