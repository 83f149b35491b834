package org.otklik.analysis.course;

import java.util.Optional;
import org.otklik.call.CallCourse;
import org.otklik.call.PeakAndEnd;

/**
 * The course of one call.
 *
 * @param face empty where it is seen for less than 15 seconds
 * @param voice empty where it is heard for less than 15 seconds
 */
public record CourseOfCall(
    FusionState fusion, CallCourse course, Optional<PeakAndEnd> face, Optional<PeakAndEnd> voice) {}
