package org.otklik.survey;

/**
 * What one viewer answered to a scale or a text of a study.
 *
 * @param attribute the question's
 */
public record StudyAnswer(String viewerCode, String attribute, String answer) {}
