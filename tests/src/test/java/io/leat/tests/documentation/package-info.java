/** What the documentation shows, done: every block of SQL and Java in it runs. */
package io.leat.tests.documentation;
