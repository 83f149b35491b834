/**
 * What viewers answered (NPS, CSAT): stored one by one or from a CSV, and scored beside what their
 * faces showed. Called by the web; works on {@code org.otklik.recording}'s viewers.
 */
package org.otklik.survey;
