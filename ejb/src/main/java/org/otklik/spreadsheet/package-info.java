/**
 * Tables as people save them, as CSV or XLSX: found and read by the names of their columns. Called
 * by features that take in lists; knows nothing of what they do with them.
 */
package org.otklik.spreadsheet;
