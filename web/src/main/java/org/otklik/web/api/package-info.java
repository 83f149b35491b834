/**
 * What the resources of all features share: the application with its document, and the reading of
 * requests. Imports no feature.
 */
package org.otklik.web.api;
