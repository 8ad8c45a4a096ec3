package org.demandwright.batch.intake;

import org.demandwright.app.intake.JudgedRow;
import org.demandwright.app.source.DemandSource;

/** A row on its way from its source to the store. */
record ReadRow(DemandSource source, JudgedRow row) {}
