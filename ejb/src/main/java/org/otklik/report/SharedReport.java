package org.otklik.report;

import java.nio.file.Path;

/** What a link opened. */
public record SharedReport(Report report, Path file) {}
