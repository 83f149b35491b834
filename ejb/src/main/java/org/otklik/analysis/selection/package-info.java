/**
 * What analysts do to many recordings at once. For the campaign's page and the REST interface; it
 * knows neither.
 */
package org.otklik.analysis.selection;
