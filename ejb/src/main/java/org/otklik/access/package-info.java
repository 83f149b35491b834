/**
 * Administration of clients and users, and the question who may see which client. Called by the
 * features' services; knows identity and audit, no feature.
 */
package org.otklik.access;
