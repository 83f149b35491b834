package org.otklik.upload;

import org.otklik.problem.ProblemException;

/**
 * Why a line of a list cannot be taken.
 *
 * @param line in the list, from 1
 */
public record RefusedLine(long line, ProblemException problem) {}
