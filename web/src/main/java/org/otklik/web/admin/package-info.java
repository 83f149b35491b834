/**
 * What administrators see: users, clients, the audit log, jobs, models, storage and settings. The
 * services check the role again. Must not import the other features' pages and resources.
 */
package org.otklik.web.admin;
