/**
 * The server nodes that share a database: each says that it is there, and of one that is silent the
 * connections are ended and refused before others take its jobs over.
 */
package org.otklik.node;
