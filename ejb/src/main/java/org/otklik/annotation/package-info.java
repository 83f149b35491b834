/**
 * What analysts write beside a creative's curve: marks in lanes, and comments. For the portal, the
 * REST interface and reports; it knows none of them.
 */
package org.otklik.annotation;
