package org.otklik.report.link;

import org.otklik.report.Report;
import java.nio.file.Path;

/** What a link opened. */
public record SharedReport(Report report, Path file) {}
