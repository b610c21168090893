package io.leat.tests.simulation;

import java.util.function.UnaryOperator;

/**
 * A statement and what it should do.
 *
 * @param name what it defines, drops or changes
 * @param effect what the database should contain afterwards
 */
record Statement(String name, String sql, UnaryOperator<Model> effect) {}
