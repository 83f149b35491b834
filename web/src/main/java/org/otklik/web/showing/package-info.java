/**
 * Live showings: pages and operations of hosts, the page of participants, and the sockets of both.
 */
package org.otklik.web.showing;
