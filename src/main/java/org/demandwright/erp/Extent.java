package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How many sales lines lie in a window of change stamps, and from where to where.
 *
 * @param first the oldest stamp, empty where there is no line
 * @param last the newest one
 */
public record Extent(long lines, Optional<LocalDateTime> first, Optional<LocalDateTime> last) {}
