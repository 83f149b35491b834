/**
 * What the resources of all features share: the application with its description, and the reading
 * of JSON and query fields. Imports no feature.
 */
package org.otklik.web.api;
