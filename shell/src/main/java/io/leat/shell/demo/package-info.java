/**
 * The demonstration: three months of flights in a quarter of a minute.
 *
 * <p>{@link io.leat.shell.demo.Demo} runs {@code examples/demo.sql}; {@link io.leat.shell.demo.PacedConnector} stands in
 * front of the connector for files and lets rows pass only as fast as one can watch. Everything else is as users have it.
 */
package io.leat.shell.demo;
