/**
 * One open database: its definitions ({@link io.leat.engine.database.Definitions}), its run loop and what they are made
 * with. Sessions share it; {@code io.leat.engine.statement} acts on it.
 */
package io.leat.engine.database;
