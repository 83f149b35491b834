/**
 * The demo campaign: asked for on a page, filled by a job with a drawn ad and drawn viewers. Called
 * by the web and by {@code batch}, which has the drawings. Imports no report or analysis.
 */
package org.otklik.demo;
