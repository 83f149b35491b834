/**
 * The audit log: who saw, exported, erased or changed what. Called by the features in the
 * transaction of what they did; after identity, before every feature.
 */
package org.otklik.audit;
