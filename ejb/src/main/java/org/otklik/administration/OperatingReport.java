package org.otklik.administration;

import java.util.List;
import java.util.Optional;

/**
 * How the installation is: what health, metrics and the administrators' page all say.
 *
 * @param figures empty while the database is away
 */
public record OperatingReport(
    Surroundings surroundings, Optional<OperatingFigures> figures, List<Trouble> troubles) {}
