/**
 * Studies: pages and operations for analysts, and for viewers who follow a study's link without a
 * sign-in.
 */
package org.otklik.web.study;
