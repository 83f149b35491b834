/**
 * The look of a client's reports: the page that sets it with a preview, its uploads, and the API.
 */
package org.otklik.web.branding;
