package io.leat.parser;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.grammar.LeatParser.EmitContext;
import io.leat.grammar.LeatParser.ObjectKindContext;
import io.leat.grammar.LeatParser.OptionContext;
import io.leat.grammar.LeatParser.WithOptionsContext;
import io.leat.parser.statement.Emit;
import io.leat.parser.statement.ObjectKind;
import io.leat.parser.statement.Option;
import io.leat.parser.statement.Options;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads the clauses that several statements share: WITH, EMIT, COMMENT, the kind of an object. */
final class Clauses {
    private final Source source;

    Clauses(Source source) {
        this.source = source;
    }

    Options options(WithOptionsContext context) {
        if (context == null) {
            return Options.NONE;
        }
        Set<String> seen = new HashSet<>();
        List<Option> options = new ArrayList<>();
        for (OptionContext written : context.option()) {
            Option option = option(written);
            if (!seen.add(option.key())) {
                throw LeatException.of(ErrorCode.INVALID_OPTION, "option '" + option.key() + "' is given twice")
                        .at(option.keySpan());
            }
            options.add(option);
        }
        return new Options(options);
    }

    private Option option(OptionContext context) {
        TerminalNode key = context.STRING(0);
        TerminalNode value = context.STRING(1);
        return new Option(
                Literals.string(key.getSymbol()),
                Literals.string(value.getSymbol()),
                source.span(key.getSymbol()),
                source.span(value.getSymbol()));
    }

    static Emit emit(EmitContext context) {
        if (context == null) {
            return Emit.NONE;
        }
        return context.CHANGES() != null ? Emit.CHANGES : Emit.FINAL;
    }

    static Optional<String> string(TerminalNode node) {
        return Optional.ofNullable(node).map(found -> Literals.string(found.getSymbol()));
    }

    static ObjectKind kind(ObjectKindContext context) {
        if (context.MATERIALIZED() != null) {
            return ObjectKind.MATERIALIZED_VIEW;
        }
        return ObjectKind.valueOf(context.getStart().getText().toUpperCase(Locale.ROOT));
    }
}
