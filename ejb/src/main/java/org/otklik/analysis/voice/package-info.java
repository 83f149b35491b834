/**
 * What was heard of viewers' voices: written by the job that analyses a recording, read by the page
 * of a viewing, the creative's curve and the report. After recording, beside analysis.frame.
 */
package org.otklik.analysis.voice;
