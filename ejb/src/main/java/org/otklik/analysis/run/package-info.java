/**
 * One pass of models over a recording: its state, its settings and the models it used. Before
 * analysis.frame, which stores what a run observes.
 */
package org.otklik.analysis.run;
