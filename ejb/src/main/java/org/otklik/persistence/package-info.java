/**
 * SQL by JDBC on the container's connection, for rows that are no entities. Called by the stores of
 * the features; knows none of them.
 */
package org.otklik.persistence;
