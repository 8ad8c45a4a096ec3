package org.demandwright.app.plan;

import java.util.Optional;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.store.plan.OverrideStore;

/**
 * An override as readers see it.
 *
 * @param effect what it does in the version that readers of its plan see; empty where it does not
 *     count
 */
public record OverrideRecord(OverrideStore.Entry entry, Optional<LayerEffect> effect) {}
