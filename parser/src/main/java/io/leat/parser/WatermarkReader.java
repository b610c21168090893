package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.grammar.LeatParser.AdvanceWatermarkContext;
import io.leat.parser.statement.AdvanceWatermark;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Reads ALTER TABLE ... ADVANCE WATERMARK. */
final class WatermarkReader {
    private static final int DATE_CHARACTERS = "2026-01-31".length();

    private final Source source;

    WatermarkReader(Source source) {
        this.source = source;
    }

    AdvanceWatermark read(AdvanceWatermarkContext context) {
        return new AdvanceWatermark(
                new Names(source).qualified(context.qualifiedName()),
                Optional.ofNullable(context.STRING()).map(text -> timestamp(text.getSymbol())));
    }

    private LocalDateTime timestamp(Token token) {
        String text = Literals.string(token).strip();
        try {
            return text.length() == DATE_CHARACTERS
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replaceFirst(" +", "T"));
        } catch (DateTimeParseException e) {
            throw LeatException.of(ErrorCode.INVALID_DATETIME, "'" + text + "' is not a timestamp", e)
                    .at(source.span(token))
                    .hint("write it like TIMESTAMP '2026-01-31 10:00:00.000'.");
        }
    }
}
