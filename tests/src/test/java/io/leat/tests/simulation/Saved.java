package io.leat.tests.simulation;

import io.leat.executor.oracle.Bag;
import java.util.Map;

/**
 * A savepoint.
 *
 * @param model what the database contained
 * @param written what jobs had written, by topic
 */
record Saved(String name, Model model, Map<String, Bag> written) {}
