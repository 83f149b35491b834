/**
 * Who is calling: the session of people, HTTP Basic of programs, and the limits of attempts. Below
 * the sign-in pages and every feature.
 */
package org.otklik.web.session;
