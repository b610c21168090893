package io.leat.parser.statement;

/** {@code WATERMARK FOR column AS expression}: which column is event time, and how far it is behind. */
public record WatermarkDefinition(ObjectName column, SqlExpression expression) {}
