/**
 * Secret links that show something without a sign-in, until they expire or are revoked; those to a
 * creative's figures are here, those to reports in report.link, which calls this.
 */
package org.otklik.share;
