package io.leat.engine.statement;

import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.engine.run.ErrorHandling;
import io.leat.engine.run.TableOptions;
import io.leat.executor.source.ErrorPolicy;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.Option;
import io.leat.parser.statement.Options;
import java.util.List;
import java.util.Optional;

/** The options of a view or job: what becomes of the rows that it cannot compute. */
final class PipelineOptions {
    private static final List<String> KEYS = List.of(TableOptions.ERRORS_POLICY, TableOptions.DIVERT_MAX_ROWS);

    private PipelineOptions() {}

    /**
     * What options say.
     *
     * @param kind view or job
     * @throws LeatException INVALID_OPTION if there is none of that name, or it cannot be that
     */
    static ErrorHandling of(String kind, ObjectName name, Options options) {
        for (Option option : options.list()) {
            if (!KEYS.contains(option.key())) {
                throw LeatException.of(ErrorCode.INVALID_OPTION, "a " + kind + " has no option '" + option.key() + "'")
                        .at(option.keySpan())
                        .hint(Suggestions.didYouMean(option.key(), KEYS, "Options: "));
            }
        }
        TableOptions read = TableOptions.of(
                new TableDefinition(name.name(), List.of(), List.of(), Optional.empty(), options.toMap()));
        Optional<ErrorPolicy> policy = read.errorPolicy();
        boolean bounded = options.find(TableOptions.DIVERT_MAX_ROWS).isPresent();
        return new ErrorHandling(
                policy.orElse(ErrorPolicy.DIVERT),
                bounded ? read.divertMaxRows() : ErrorHandling.ROWS_MAX,
                policy.isPresent());
    }
}
