/**
 * Files about what is held of persons: all of one viewer, for that person; and the record of
 * processing. Called by the REST interface; must not be imported by what it reads.
 */
package org.otklik.export;
