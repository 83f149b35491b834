/**
 * Reports as things that are asked for, made, kept and deleted. Called by the API, the portal,
 * schedules and the job that makes them; the stages beneath it are request, figures, page and
 * table.
 */
package org.otklik.report;
