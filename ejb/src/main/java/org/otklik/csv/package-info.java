/** CSV as spreadsheets save it. Called by features that read lists; imports none. */
package org.otklik.csv;
