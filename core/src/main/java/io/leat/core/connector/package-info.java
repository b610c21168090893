/**
 * What a connector must be: where rows come from and go to.
 *
 * <p>A {@link io.leat.core.connector.Connector} is found by {@link java.util.ServiceLoader} and nobody compiles against
 * one. It opens {@linkplain io.leat.core.connector.Source sources}, which never block and can be replayed from any
 * {@link io.leat.core.connector.Position}, and {@linkplain io.leat.core.connector.Sink sinks}, which take the change of
 * one tick after the other and can be told apart by it. The contract tests of both ship with the tests of the
 * {@code connectors} module: a connector is done when they pass.
 */
package io.leat.core.connector;
