/**
 * How long what tells of persons is kept: periods by client and campaign, what is due when, and its
 * deletion, which the job {@code apply-retention} asks for each night. Called by the portal and the
 * job; must not be imported by what it deletes.
 */
package org.otklik.retention;
