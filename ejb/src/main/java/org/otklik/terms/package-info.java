/**
 * The terms of the field in both languages, with the form of a noun after a number, and the bundles
 * of sentences that are built on them. Called by whatever speaks to people: the portal, the
 * reports, mail and problems. Imports nothing of ours.
 */
package org.otklik.terms;
