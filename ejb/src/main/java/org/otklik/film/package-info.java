/**
 * Films that a browser can play: what was uploaded where it plays everywhere. Called by the web;
 * must not import {@code analysis} or {@code report}.
 */
package org.otklik.film;
