/**
 * Mail going out over SMTP: addresses that are safe to use, a letter, and what became of it. Called
 * by the schedules; knows no feature and no database.
 */
package org.otklik.mail;
