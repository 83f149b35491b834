/** Secret links that open one report without a sign-in, until they expire or are revoked. */
package org.otklik.report.link;
