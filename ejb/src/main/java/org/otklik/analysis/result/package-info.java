/**
 * The one home of a result: what a group of viewings amounts to, in figures of one version of the
 * campaign's settings. Called by whoever summarises, shows or reports results.
 */
package org.otklik.analysis.result;
