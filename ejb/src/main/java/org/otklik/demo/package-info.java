/**
 * The demo campaign: asked for on a page, filled by a job with ready-made videos of synthetic
 * viewers. Called by the web and by {@code batch}, and by the launcher, which uploads the same
 * videos. Imports no report or analysis.
 */
package org.otklik.demo;
