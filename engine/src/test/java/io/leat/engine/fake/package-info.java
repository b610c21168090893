/**
 * Connectors that a test drives by hand: a source that delivers what a {@link io.leat.engine.fake.Script} says, records,
 * bad records and failures, and a sink that remembers what it was given in a {@link io.leat.engine.fake.Recording}.
 *
 * <pre>{@code
 * Script script = new Script();
 * Leat leat = Leat.builder().connector(new ScriptedConnector(Map.of("orders", script))).open();
 * leat.execute("CREATE TABLE t (id INT) WITH ('connector' = 'scripted', 'script' = 'orders')");
 * script.row("p0", 1).row("p1", 2).end();
 * }</pre>
 */
package io.leat.engine.fake;
