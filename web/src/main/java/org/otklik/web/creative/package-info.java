/** Creatives (ad videos) and what their viewers' faces showed: resources, views and the page. */
package org.otklik.web.creative;
