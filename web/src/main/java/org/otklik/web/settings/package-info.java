/** Settings of a campaign's metrics, in versions: resource, form and history. */
package org.otklik.web.settings;
