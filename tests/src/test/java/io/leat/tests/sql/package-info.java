/**
 * Golden SQL: the scripts of {@code tests/sql} and what runs them.
 *
 * <p>A {@link io.leat.tests.sql.GoldenScript} is a list of directives. A {@link io.leat.tests.sql.ScriptRun} carries them
 * out under one {@link io.leat.tests.sql.Regime}: the same statements with their input cut into ticks in another way, or
 * with views made late. Every regime must give the answers that the script holds. The format is in {@code
 * tests/sql/README.md}; {@link io.leat.tests.sql.GoldenScriptsTest} is where JUnit comes in.
 */
package io.leat.tests.sql;
