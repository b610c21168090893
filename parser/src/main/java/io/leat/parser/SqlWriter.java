package io.leat.parser;

import io.leat.parser.statement.Emit;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.Option;
import io.leat.parser.statement.Options;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes the pieces that statements share, back as SQL; secrets masked. */
final class SqlWriter {
    private static final String MASK = "******";

    private final StringBuilder text = new StringBuilder();
    private final Predicate<String> isPublic;

    SqlWriter(Predicate<String> isPublic) {
        this.isPublic = isPublic;
    }

    SqlWriter add(String words) {
        text.append(words);
        return this;
    }

    SqlWriter addIf(boolean condition, String words) {
        return condition ? add(words) : this;
    }

    SqlWriter name(ObjectName name) {
        return add(written(name));
    }

    /** {@code CREATE [OR REPLACE] [TEMPORARY] }. */
    SqlWriter create(boolean orReplace, boolean temporary) {
        return add("CREATE ").addIf(orReplace, "OR REPLACE ").addIf(temporary, "TEMPORARY ");
    }

    SqlWriter names(List<ObjectName> names) {
        return add(names.stream().map(SqlWriter::written).collect(Collectors.joining(", ")));
    }

    SqlWriter columns(List<ObjectName> columns) {
        return columns.isEmpty() ? this : add(" (").names(columns).add(")");
    }

    SqlWriter comment(Optional<String> comment) {
        comment.ifPresent(words -> add(" COMMENT ").add(Literals.quote(words)));
        return this;
    }

    SqlWriter emit(Emit emit) {
        return emit == Emit.NONE ? this : add("\nEMIT ").add(emit.name());
    }

    SqlWriter options(Options options) {
        if (options.isEmpty()) {
            return this;
        }
        add(" WITH (\n");
        for (Iterator<Option> each = options.list().iterator(); each.hasNext(); ) {
            option(each.next()).add(each.hasNext() ? ",\n" : "\n");
        }
        return add(")");
    }

    private SqlWriter option(Option option) {
        String value = isPublic.test(option.key()) ? option.value() : MASK;
        return add("  ").add(Literals.quote(option.key())).add(" = ").add(Literals.quote(value));
    }

    private static String written(ObjectName name) {
        StringBuilder text = new StringBuilder();
        name.schema()
                .ifPresent(schema -> name.parts()
                        .subList(0, name.parts().size() - 1)
                        .forEach(part -> text.append(quoteIfNeeded(part)).append('.')));
        return text.append(name.quoted() ? quote(name.name()) : name.name()).toString();
    }

    private static String quoteIfNeeded(String part) {
        return Names.isPlain(part) ? part : quote(part);
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
