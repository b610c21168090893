/** The JDBC driver under libraries that others wrote: a connection pool and a federated query engine. */
package io.leat.tests.jdbc;
