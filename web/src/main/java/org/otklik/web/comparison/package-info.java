/** The comparison of two groups, as JSON. */
package org.otklik.web.comparison;
