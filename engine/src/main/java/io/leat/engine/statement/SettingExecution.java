package io.leat.engine.statement;

import io.leat.engine.Settings;
import io.leat.parser.statement.ResetSetting;
import io.leat.parser.statement.SetSetting;
import java.util.List;

/** SET and RESET. */
final class SettingExecution {

    private SettingExecution() {}

    static Outcome set(Execution execution, SetSetting statement) {
        Settings settings = execution.session().settings();
        if (statement.name().isEmpty()) {
            return list(execution);
        }
        String name = statement.name().get().toString();
        if (statement.value().isEmpty()) {
            return Outcome.values(
                    Outcome.texts("name", "value"), List.of(List.of(name, settings.get(name))), execution.nanos());
        }
        settings.set(name, statement.value().get());
        return Outcome.done("set " + name + " to " + settings.get(name), execution.nanos());
    }

    static Outcome reset(Execution execution, ResetSetting statement) {
        Settings settings = execution.session().settings();
        statement.name().ifPresentOrElse(name -> settings.reset(name.toString()), settings::resetAll);
        String what = statement.name().map(Object::toString).orElse("all settings");
        return Outcome.done("reset " + what, execution.nanos());
    }

    static Outcome list(Execution execution) {
        Settings settings = execution.session().settings();
        List<List<Object>> rows = Settings.all().stream()
                .map(one ->
                        List.<Object>of(one.name(), settings.get(one.name()), one.defaultValue(), one.description()))
                .toList();
        return Outcome.values(Outcome.texts("name", "value", "default", "description"), rows, execution.nanos());
    }
}
