/**
 * Viewers who follow a study's link: what each agreed to, and how far each came. Nobody signs in; a
 * participation is found by its own secret. Must not import what is captured.
 */
package org.otklik.study.participation;
