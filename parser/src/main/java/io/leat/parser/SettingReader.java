package io.leat.parser;

import io.leat.grammar.LeatParser.ResetSettingContext;
import io.leat.grammar.LeatParser.SetSettingContext;
import io.leat.grammar.LeatParser.SettingNameContext;
import io.leat.grammar.LeatParser.SettingValueContext;
import io.leat.parser.statement.ObjectName;
import io.leat.parser.statement.ResetSetting;
import io.leat.parser.statement.SetSetting;
import java.util.Optional;

/** Reads SET and RESET: names may have points and hyphens, with quotes or without. */
final class SettingReader {
    private final Source source;

    SettingReader(Source source) {
        this.source = source;
    }

    SetSetting set(SetSettingContext context) {
        return new SetSetting(name(context.settingName()), value(context.settingValue()));
    }

    ResetSetting reset(ResetSettingContext context) {
        return new ResetSetting(name(context.settingName()));
    }

    private Optional<ObjectName> name(SettingNameContext context) {
        if (context == null) {
            return Optional.empty();
        }
        boolean quoted = context.STRING(0) != null;
        String name = quoted ? Literals.string(context.STRING(0).getSymbol()) : source.text(context);
        return Optional.of(ObjectName.of(name, quoted, source.span(context)));
    }

    private Optional<String> value(SettingValueContext context) {
        if (context == null) {
            return Optional.empty();
        }
        return Optional.of(
                context.STRING(0) != null ? Literals.string(context.STRING(0).getSymbol()) : source.text(context));
    }
}
