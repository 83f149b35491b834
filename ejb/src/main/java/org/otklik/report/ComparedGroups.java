package org.otklik.report;

import org.otklik.analysis.ViewerGroup;

/** The two groups of viewings that a report puts side by side. */
public record ComparedGroups(ViewerGroup first, ViewerGroup second) {}
