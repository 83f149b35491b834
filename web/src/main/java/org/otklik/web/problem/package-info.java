/**
 * How problems are told: to programs as {@code application/problem+json} (RFC 9457), to people as a
 * page. Called by everything in the web; imports no feature.
 */
package org.otklik.web.problem;
