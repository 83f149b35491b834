/** The overview of all creatives that a user may see: its page and REST resource. */
package org.otklik.web.overview;
