package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.grammar.LeatParser.ExplainContext;
import io.leat.grammar.LeatParser.ExplainFormatContext;
import io.leat.grammar.LeatParser.ExplainModeContext;
import io.leat.grammar.LeatParser.ShowTargetContext;
import io.leat.parser.statement.Explain;
import io.leat.parser.statement.Show;
import io.leat.parser.statement.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads EXPLAIN and SHOW. */
final class InspectReader {
    private final Source source;
    private final Names names;

    InspectReader(Source source) {
        this.source = source;
        this.names = new Names(source);
    }

    Explain explain(ExplainContext context, Optional<Statement> statement) {
        return new Explain(
                mode(context.explainMode()),
                format(context.explainFormat()),
                statement,
                Optional.ofNullable(context.qualifiedName()).map(names::qualified));
    }

    private static Explain.Mode mode(ExplainModeContext context) {
        if (context == null || context.PLAN() != null) {
            return Explain.Mode.PLAN;
        }
        return context.ANALYZE() != null ? Explain.Mode.ANALYZE : Explain.Mode.VIEW;
    }

    private Explain.Format format(ExplainFormatContext context) {
        if (context == null) {
            return Explain.Format.TEXT;
        }
        String written = context.identifier().getText();
        return Arrays.stream(Explain.Format.values())
                .filter(format -> format.name().equals(written.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unknownFormat(context, written));
    }

    private LeatException unknownFormat(ExplainFormatContext context, String written) {
        return LeatException.of(ErrorCode.SYNTAX, "unknown format " + SyntaxMessages.shown(written))
                .at(source.span(context.identifier()))
                .hint(Suggestions.didYouMean(
                        written,
                        Arrays.stream(Explain.Format.values()).map(Enum::name).toList(),
                        "formats are "));
    }

    Show show(ShowTargetContext context) {
        if (context.CREATE() != null) {
            return new Show(
                    Show.What.CREATE,
                    Optional.of(Clauses.kind(context.objectKind())),
                    Optional.of(names.qualified(context.qualifiedName())));
        }
        String words = context.MATERIALIZED() == null ? context.getText() : "MATERIALIZED_VIEWS";
        return new Show(Show.What.valueOf(words.toUpperCase(Locale.ROOT)), Optional.empty(), Optional.empty());
    }
}
