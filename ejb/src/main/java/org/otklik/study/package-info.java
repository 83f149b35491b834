/**
 * Studies: by a link viewers agree, watch creatives and are recorded in their own browsers. What an
 * analyst plans, who came, and how a recording is taken in. Called by the web; viewers come without
 * a sign-in, by the secret of their participation. Imports no report.
 */
package org.otklik.study;
