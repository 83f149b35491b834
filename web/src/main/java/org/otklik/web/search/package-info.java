/** The search over everything, as a page and as JSON. */
package org.otklik.web.search;
