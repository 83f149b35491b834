package org.otklik.survey;

/**
 * What viewers answered to a scale or a text of a study.
 *
 * @param attribute the question's
 * @param en the question in English
 * @param ru the question in Russian
 * @param steps of the scale; null for texts
 * @param n viewers who answered
 * @param mean of the scale; null for texts, and where fewer answered than may be shown together
 */
public record QuestionSummary(
    String attribute, String en, String ru, Integer steps, int n, Double mean) {}
