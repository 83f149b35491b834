package org.otklik.report.link;

import java.nio.file.Path;
import org.otklik.report.Report;

/** What a link opened. */
public record SharedReport(Report report, Path file) {}
