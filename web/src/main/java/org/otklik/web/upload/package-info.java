/** Videos on their way in: the same for the API and for the portal's own pages. */
package org.otklik.web.upload;
