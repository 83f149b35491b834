/**
 * From a recording's frames to its viewing: seconds, response, exclusion and an analyst's verdict.
 * After analysis.frame, before analysis.result.
 */
package org.otklik.analysis.viewing;
