/**
 * What comes in: records that say what may be sent, bound by Jackson from JSON or a query, checked
 * by Bean Validation. Each stands beside the service that takes it; here is how they are read and
 * checked, and how what is wrong with them becomes a problem. Called by every feature and by the
 * web; imports no feature.
 */
package org.otklik.request;
