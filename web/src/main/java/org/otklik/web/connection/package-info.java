/**
 * What is decided about a request before the application sees it: who sent it where a trusted proxy
 * stands between, whether it was meant for this portal, and how long its body may take. Called by
 * the container. Must not import features.
 */
package org.otklik.web.connection;
