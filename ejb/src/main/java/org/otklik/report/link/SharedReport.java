package org.otklik.report.link;

import org.otklik.report.Report;
import org.otklik.storage.StoredFile;

/** What a link opened. */
public record SharedReport(Report report, StoredFile file) {}
