package org.otklik.survey;

import org.otklik.metric.answer.ViewerAnswer;

/**
 * One line of a table with answers.
 *
 * @param line in the file, from 1
 */
record AnswerLine(long line, ViewerAnswer answer) {}
