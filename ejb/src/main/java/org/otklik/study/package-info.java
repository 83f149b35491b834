/**
 * Studies: what viewers who follow one link are shown, asked and agree to, as analysts plan and
 * watch it. Called by the web. Must not import who takes part.
 */
package org.otklik.study;
