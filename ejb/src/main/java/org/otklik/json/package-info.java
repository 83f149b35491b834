/**
 * Objects kept as JSON in the database: one way to write and read them, for Hibernate's columns and
 * for plain SQL. It imports what it has to know of the objects of {@code models}, and no feature.
 */
package org.otklik.json;
