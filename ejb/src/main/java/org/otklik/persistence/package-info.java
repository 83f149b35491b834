/**
 * SQL by Jdbi on the container's connection, for rows that are no entities. Its one class is for
 * the container; the stores of the features inject what it makes. Knows none of them.
 */
package org.otklik.persistence;
