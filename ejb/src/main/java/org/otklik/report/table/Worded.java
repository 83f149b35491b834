package org.otklik.report.table;

import org.otklik.report.wording.ReportWording;

/** What a cell says in the words of a language; {@link Object#toString} is for machines. */
interface Worded {

  String in(ReportWording wording);
}
