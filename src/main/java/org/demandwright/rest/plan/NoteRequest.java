package org.demandwright.rest.plan;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a decision against an override.
 *
 * @param note why, for those who come after; may be left out
 */
@Schema(example = "{\"note\": \"The promotion was called off\"}")
public record NoteRequest(Optional<String> note) {}
