/**
 * How a record's bytes become a row and back: {@link io.leat.connector.format.Format}, found by name through
 * {@link io.leat.connector.format.Formats}.
 *
 * <p>A format knows nothing of where records come from; a connector knows nothing of what is in them. A
 * {@link io.leat.connector.format.RecordDecoder} takes one record and appends one value a column, or says in one line why
 * it cannot; data is never trusted, so every format bounds what a record may cost. For files, where nobody else cuts the
 * bytes into records, a format also brings its {@link io.leat.connector.format.RecordBoundary}. Next: the formats
 * themselves, {@code json}, {@code csv} and {@code raw}.
 */
package io.leat.connector.format;
