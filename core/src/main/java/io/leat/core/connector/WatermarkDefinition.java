package io.leat.core.connector;

import io.leat.core.expression.Expression;

/**
 * WATERMARK FOR column AS expression.
 *
 * @param column the event-time column, among all columns of the table
 * @param expression how far time has come when such a row was seen, over all columns of the table; milliseconds
 * @param expressionText the same as SQL
 */
public record WatermarkDefinition(int column, Expression expression, String expressionText) {}
