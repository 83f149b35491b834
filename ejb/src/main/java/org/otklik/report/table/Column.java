package org.otklik.report.table;

/**
 * A column of a table.
 *
 * @param key its name for machines; the wording has its title as {@code column.…}
 */
record Column(String key, Unit unit) {}
