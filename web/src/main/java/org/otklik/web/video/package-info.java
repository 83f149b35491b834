/** Videos for the players of pages and of programs, in pieces as they ask for them. */
package org.otklik.web.video;
