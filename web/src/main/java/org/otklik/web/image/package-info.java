/** Single pictures in batches: resource, uploads, views and page. */
package org.otklik.web.image;
