package io.leat.engine.statement;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.engine.catalog.FunctionObject;
import io.leat.engine.function.JavaFunctions;
import io.leat.parser.statement.CreateFunction;
import io.leat.parser.statement.CreateSqlFunction;
import io.leat.parser.statement.ObjectName;
import io.leat.planner.PlannedFunction;
import io.leat.planner.catalog.UserFunction;
import io.leat.planner.function.FunctionCatalog;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** CREATE FUNCTION: with a value in SQL, or of a class that is on the class path as a service. */
final class CreateFunctionExecution {

    private CreateFunctionExecution() {}

    static Outcome run(Execution execution, CreateSqlFunction statement) {
        return create(
                execution,
                statement.name(),
                statement.ifNotExists(),
                statement.orReplace(),
                statement.temporary(),
                () -> execution.planner().defineFunction(statement));
    }

    static Outcome run(Execution execution, CreateFunction statement) {
        return create(
                execution,
                statement.name(),
                statement.ifNotExists(),
                statement.orReplace(),
                statement.temporary(),
                () -> new PlannedFunction(ofClass(statement), List.of()));
    }

    private static UserFunction ofClass(CreateFunction statement) {
        try {
            return JavaFunctions.of(statement.name().name(), JavaFunctions.service(statement.className()));
        } catch (LeatException e) {
            throw e.at(statement.classSource().span());
        }
    }

    private static Outcome create(
            Execution execution,
            ObjectName name,
            boolean ifNotExists,
            boolean orReplace,
            boolean temporary,
            Supplier<PlannedFunction> definition) {
        return execution.database().definitions().defining(() -> {
            requireNotBuiltIn(name);
            if (NewName.isTaken(execution, name, ifNotExists, orReplace)) {
                return Outcome.done("function \"" + name.name() + "\" is there already", execution.nanos());
            }
            NewName.replaced(execution, name, Set.of(FunctionObject.class));
            PlannedFunction planned = definition.get();
            long plannedAt = execution.nanos();
            boolean passing = temporary || execution.catalog().isAnyTemporary(planned.functions());
            FunctionObject object = new FunctionObject(
                    planned.function(), planned.functions(), execution.parsed().text(), passing);
            execution.database().definitions().define(object, graph -> {}, graph -> {});
            return Outcome.done("created function " + planned.function().signature(), plannedAt);
        });
    }

    private static void requireNotBuiltIn(ObjectName name) {
        boolean builtIn = FunctionCatalog.functions().stream()
                .anyMatch(function -> function.name().equalsIgnoreCase(name.name()));
        if (builtIn) {
            throw LeatException.of(ErrorCode.DUPLICATE_OBJECT, "\"" + name.name() + "\" is a built-in function")
                    .at(name.span())
                    .hint("Choose another name.");
        }
    }
}
