package io.leat.tests.sql;

import io.leat.core.error.ErrorText;
import io.leat.core.error.LeatException;
import io.leat.engine.ChangeCursor;
import io.leat.engine.Leat;
import io.leat.engine.Result;
import io.leat.engine.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** One run of a script's directives under a regime. Says what each one answered; whoever runs it compares. */
final class ScriptRun implements AutoCloseable {
    /** Stands in messages for where the script runs. */
    private static final String FOLDER = "(folder)";

    private final Regime regime;
    private final Random random;
    private final Path folder;
    private final Map<String, ChangeCursor> followed = new LinkedHashMap<>();
    private final List<InsertedValues> inserts = new ArrayList<>();
    private final List<Directive> views = new ArrayList<>();
    private boolean defined;
    private boolean reopened;
    private boolean changed;
    /** Whether there is something that goes when the database is closed: a subscription, or a setting. */
    private boolean hasSession;

    private Leat leat;

    /** A run with a new database; files are written to, and relative to, a folder of its own. */
    ScriptRun(Regime regime, Random random, Path folder) {
        this.regime = regime;
        this.random = random;
        this.folder = folder;
        this.leat = open();
    }

    private Leat open() {
        Leat.Builder builder = Leat.builder()
                .workingDirectory(folder)
                .limits(regime.limits(random))
                .shards(regime.shards());
        builder.console(line -> {});
        return regime == Regime.REOPENED
                ? builder.directory(folder.resolve("database")).open()
                : builder.open();
    }

    /** Carries a directive out; answers the lines that it gives, none for what gives nothing. */
    List<String> run(Directive directive) {
        if (isPutOff(directive)) {
            return List.of();
        }
        reopenBefore(directive);
        return switch (directive.kind()) {
            case FILE -> write(directive);
            case APPEND -> write(directive, StandardOpenOption.APPEND);
            case STATEMENT -> statement(directive);
            case QUERY -> query(directive);
            case SUBSCRIBE -> subscribe(directive);
            case CHANGES -> changes(directive.word());
            case SKIP -> List.of();
        };
    }

    /** Whether the directive is kept for later; what was kept and can wait no longer is carried out. */
    private boolean isPutOff(Directive directive) {
        if (regime == Regime.LATE) {
            return isViewPutOff(directive);
        }
        InsertedValues values =
                regime.cutsTicks() ? InsertedValues.of(directive).orElse(null) : null;
        if (values == null || !inserts.isEmpty() && !values.continues(inserts.get(0))) {
            insertAll();
        }
        if (values != null) {
            inserts.add(values);
        }
        return values != null;
    }

    private boolean isViewPutOff(Directive directive) {
        if (directive.startsWith("CREATE MATERIALIZED VIEW")) {
            views.add(directive);
            return true;
        }
        boolean indifferent = directive.kind() == Directive.Kind.FILE
                || directive.startsWith("CREATE TABLE")
                || InsertedValues.of(directive).isPresent();
        if (!indifferent) {
            views.forEach(this::statement);
            views.clear();
        }
        return false;
    }

    private void insertAll() {
        if (inserts.isEmpty()) {
            return;
        }
        InsertedValues first = inserts.get(0);
        List<String> rows =
                inserts.stream().flatMap(values -> values.rows().stream()).toList();
        inserts.clear();
        regime.portions(rows, random).forEach(portion -> execute(first.statement(portion)));
    }

    private void reopenBefore(Directive directive) {
        boolean defines = directive.kind() == Directive.Kind.FILE || directive.startsWith("CREATE");
        boolean firstRow = defined && !defines && !reopened;
        boolean asksAfterChange = directive.kind() == Directive.Kind.QUERY && changed;
        if (regime == Regime.REOPENED && !hasSession && (firstRow || asksAfterChange)) {
            reopened = true;
            changed = false;
            leat.close();
            leat = open();
        }
        defined = defined || defines;
        changed = changed || directive.kind() == Directive.Kind.STATEMENT;
        hasSession = hasSession || directive.kind() == Directive.Kind.SUBSCRIBE || directive.startsWith("SET");
    }

    private List<String> write(Directive directive, StandardOpenOption... options) {
        Path file = folder.resolve(directive.word());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, directive.text() + "\n", options);
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> statement(Directive directive) {
        if (!directive.isError()) {
            execute(directive.text());
            return List.of();
        }
        try {
            execute(directive.text());
        } catch (LeatException e) {
            String text = ErrorText.render(e, directive.text()).replace(folder.toString(), FOLDER);
            return text.lines().toList();
        }
        return List.of("no error");
    }

    private void execute(String sql) {
        try (Result result = leat.execute(sql)) {
            if (result.kind() == Result.Kind.ROWS) {
                result.rows();
            }
        }
    }

    private List<String> query(Directive directive) {
        try (Result result = leat.execute(directive.text())) {
            List<String> lines = result.rows().stream().map(ValueText::of).toList();
            return directive.word().equals("ordered")
                    ? lines
                    : lines.stream().sorted().toList();
        }
    }

    private List<String> subscribe(Directive directive) {
        Result result = leat.execute(directive.text());
        followed.put(directive.word(), (ChangeCursor) result.cursor());
        return List.of();
    }

    /** What has changed since somebody last asked, added up; rows without a weight only say that a tick is over. */
    private List<String> changes(String name) {
        execute("FLUSH");
        ChangeCursor cursor = followed.get(name);
        Map<List<Object>, Long> weights = new LinkedHashMap<>();
        while (cursor.available() > 0) {
            Row row = cursor.next().orElseThrow();
            List<Object> values = row.values();
            if (values.get(1) != null) {
                weights.merge(values.subList(2, values.size()), (Long) values.get(1), Long::sum);
            }
        }
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> ValueText.of(entry.getValue(), entry.getKey()))
                .sorted()
                .collect(Collectors.toList());
    }

    /** Carries out what is still put off. */
    void finish() {
        insertAll();
        views.forEach(this::statement);
        views.clear();
    }

    @Override
    public void close() {
        leat.close();
    }
}
