/**
 * The look and the chapters of a client's reports: one template each. Called by the portal, the API
 * and whoever makes reports; knows how none of them is written.
 */
package org.otklik.branding;
