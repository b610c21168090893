package io.leat.tests.simulation;

import java.util.function.UnaryOperator;

/**
 * A statement and what it should do.
 *
 * @param effect what the database should contain afterwards
 */
record Statement(String sql, UnaryOperator<Model> effect) {}
