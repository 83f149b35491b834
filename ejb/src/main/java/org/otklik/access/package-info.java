/** Who may see what: clients (brands), users and the caller's rights. Imports no other feature. */
package org.otklik.access;
