package org.otklik.film;

import org.otklik.problem.ProblemCode;

/**
 * Whether browsers can play a film.
 *
 * @param reason why not, where NONE; else null
 */
public record FilmCondition(FilmState state, ProblemCode reason) {}
