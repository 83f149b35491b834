/**
 * Who is calling: sign-in of people (form, provider and session) and of programs (HTTP Basic), and
 * the administration of clients and users. Must not import the other features' pages and resources.
 */
package org.otklik.web.access;
