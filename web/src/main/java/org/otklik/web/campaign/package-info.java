/** Campaigns: resource, views and pages. */
package org.otklik.web.campaign;
