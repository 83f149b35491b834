/**
 * What viewings amount to: curve, moments, key figures, EEI, EmoNPS, segments and scenes of a
 * creative or a group. Called by portal, reports and the job that summarises; after
 * analysis.viewing.
 */
package org.otklik.analysis.result;
