package org.otklik.removal;

import java.util.List;

/**
 * What there is of a viewer, and would be deleted with it.
 *
 * @param recordings how many
 * @param hasAnswered whether there are answers to the survey
 * @param isOfStudy whether it came by a study's link
 * @param reports that list the viewer, newest first
 * @param remakesReports whether those are created again without the viewer, and not deleted
 */
public record ViewerContents(
    int recordings,
    boolean hasAnswered,
    boolean isOfStudy,
    List<ListedReport> reports,
    boolean remakesReports) {}
