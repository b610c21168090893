package io.leat.connector.kafka;

import io.leat.connector.format.Format;
import io.leat.connector.format.FormatOptions;
import io.leat.connector.format.Formats;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.ConnectorOption;
import io.leat.core.connector.DeliveryGuarantee;
import io.leat.core.connector.OptionReader;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.error.Suggestions;
import io.leat.core.limit.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A table bound to Kafka, with its options read and checked. */
final class KafkaTable {
    private static final Pattern TOPIC_NAME = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    private final TableDefinition definition;
    private final OptionReader options;
    private final boolean upsert;
    private final ClientProperties clients;

    /** A format and its options in this table. */
    record FormatChoice(Format format, FormatOptions options) {

        /** A decoder of the fields at some places, of which some are read. */
        RecordDecoder decoder(List<RecordLayout.Place> places, Set<Integer> read, Limits limits) {
            return format.decoder(RecordLayout.fields(places), read, options, limits);
        }
    }

    private KafkaTable(TableDefinition definition, List<ConnectorOption> known, boolean upsert) {
        this.definition = definition;
        this.options = new OptionReader(definition, known);
        this.upsert = upsert;
        this.clients = ClientProperties.of(definition);
    }

    /**
     * Reads the options of a table of connector {@code kafka}.
     *
     * @throws LeatException if the table cannot work
     */
    static KafkaTable append(TableDefinition definition) {
        KafkaTable table = new KafkaTable(definition, KafkaOptions.append(), false);
        table.check();
        return table;
    }

    /**
     * Reads the options of a table of connector {@code upsert-kafka}.
     *
     * @throws LeatException if the table cannot work
     */
    static KafkaTable upsert(TableDefinition definition) {
        KafkaTable table = new KafkaTable(definition, KafkaOptions.upsert(), true);
        table.check();
        return table;
    }

    private void check() {
        options.validate();
        checkTopics();
        checkPrimaryKey();
        checkKey();
        options.oneOf(KafkaOptions.BOUNDED_MODE, List.of("unbounded", "latest-offset"));
        options.oneOf(KafkaOptions.MISSING_OFFSETS, KafkaOptions.MISSING_OFFSETS_WORDS);
        if (!upsert) {
            options.oneOf(KafkaOptions.PARTITIONER, List.of("default"));
            StartingOffsets.check(this);
        }
        if (options.text(KafkaOptions.GUARANTEE).isPresent()) {
            options.oneOf(KafkaOptions.GUARANTEE, List.of(KafkaOptions.EXACTLY_ONCE, KafkaOptions.AT_LEAST_ONCE));
        }
        checkFormats();
    }

    private void checkTopics() {
        for (String topic : topics()) {
            if (!TOPIC_NAME.matcher(topic).matches()) {
                throw invalid("option 'topic' names '" + topic + "', which cannot be a topic")
                        .hint("Topics have letters, digits, '.', '_' and '-'; several are separated by ';'.");
            }
        }
    }

    private void checkPrimaryKey() {
        if (upsert && !definition.isKeyed()) {
            throw LeatException.of(
                            ErrorCode.INVALID_DEFINITION, "connector 'upsert-kafka' needs a PRIMARY KEY on the table")
                    .hint("Add PRIMARY KEY (...) NOT ENFORCED: its columns are the record's key.");
        }
        if (!upsert && definition.isKeyed()) {
            throw LeatException.of(ErrorCode.INVALID_DEFINITION, "connector 'kafka' keeps no PRIMARY KEY")
                    .hint("Use connector 'upsert-kafka' for the latest row of each key.");
        }
        for (int place : definition.primaryKey()) {
            ColumnDefinition column = definition.columns().get(place);
            if (column.kind() != ColumnDefinition.Kind.PHYSICAL) {
                throw LeatException.of(
                                ErrorCode.INVALID_DEFINITION,
                                "key column \"" + column.name() + "\" is not a field of the record's key")
                        .hint("The PRIMARY KEY of an upsert-kafka table has ordinary columns only.");
            }
        }
    }

    private void checkKey() {
        boolean hasFormat = options.text(KafkaOptions.KEY_FORMAT).isPresent();
        if (hasFormat == keyNames().isEmpty()) {
            throw invalid("options '" + KafkaOptions.KEY_FORMAT + "' and '" + KafkaOptions.KEY_FIELDS + "' go together")
                    .hint("Give both, or neither to leave the record's key alone.");
        }
        List<String> physical = definition.physicalColumns().stream()
                .map(ColumnDefinition::name)
                .toList();
        for (String name : keyNames()) {
            if (physical.stream().noneMatch(name::equalsIgnoreCase)) {
                throw invalid("option '" + KafkaOptions.KEY_FIELDS + "' names unknown column \"" + name + "\"")
                        .hint(Suggestions.didYouMean(name, physical, "Columns: "));
            }
            if (!name.startsWith(keyPrefix())) {
                throw invalid("key column \"" + name + "\" does not begin with '" + keyPrefix() + "'")
                        .hint("All key columns need the beginning that '" + KafkaOptions.KEY_PREFIX + "' says.");
            }
        }
        if (valueHasKey() && !keyPrefix().isEmpty()) {
            throw invalid(
                    "option '" + KafkaOptions.KEY_PREFIX + "' needs '" + KafkaOptions.VALUE_FIELDS + "'='EXCEPT_KEY'");
        }
    }

    private void checkFormats() {
        RecordLayout layout = layout(definition.storedColumns());
        FormatChoice value = valueFormat();
        if (!layout.value().isEmpty()) {
            value.format().validate(RecordLayout.fields(layout.value()), value.options());
        }
        keyFormat().ifPresent(key -> key.format().validate(RecordLayout.fields(layout.key()), key.options()));
    }

    /** The table itself. */
    TableDefinition definition() {
        return definition;
    }

    /** Its options. */
    OptionReader options() {
        return options;
    }

    /** The properties of its clients. */
    ClientProperties clients() {
        return clients;
    }

    /** Whether the latest row of each key counts, and a record without value deletes. */
    boolean isUpsert() {
        return upsert;
    }

    /** Its topics, in the order given. */
    List<String> topics() {
        return names(options.required(KafkaOptions.TOPIC));
    }

    /** Whether it ends at the end that the topics had when it was opened. */
    Boundedness boundedness() {
        boolean unbounded = options.required(KafkaOptions.BOUNDED_MODE).equalsIgnoreCase("unbounded");
        return unbounded ? Boundedness.UNBOUNDED : Boundedness.BOUNDED;
    }

    /** How often a sink delivers: once where that can be had, unless the table wants less. */
    DeliveryGuarantee guarantee(boolean durable) {
        boolean loose = options.text(KafkaOptions.GUARANTEE)
                .filter(KafkaOptions.AT_LEAST_ONCE::equalsIgnoreCase)
                .isPresent();
        return durable && !loose ? DeliveryGuarantee.EXACTLY_ONCE : DeliveryGuarantee.AT_LEAST_ONCE;
    }

    /** Whether reading goes on where a partition begins when the records before that were deleted unread. */
    boolean skipsMissingOffsets() {
        return options.oneOf(KafkaOptions.MISSING_OFFSETS, KafkaOptions.MISSING_OFFSETS_WORDS)
                .equals("earliest");
    }

    /** How often new partitions are looked for; empty for never. */
    Optional<Duration> discovery() {
        return options.duration(KafkaOptions.DISCOVERY).filter(interval -> !interval.isZero());
    }

    /** Names of the columns in the record's key, in the order of the key's fields. */
    List<String> keyNames() {
        if (upsert) {
            return definition.primaryKey().stream()
                    .map(place -> definition.columns().get(place).name())
                    .toList();
        }
        return options.text(KafkaOptions.KEY_FIELDS).map(KafkaTable::names).orElse(List.of());
    }

    private String keyPrefix() {
        return options.text(KafkaOptions.KEY_PREFIX).orElse("");
    }

    /** Whether the record's value holds the key's columns too. */
    boolean valueHasKey() {
        return options.oneOf(KafkaOptions.VALUE_FIELDS, KafkaOptions.VALUE_FIELDS_WORDS)
                .equals("all");
    }

    /** Where some of its columns lie in a record. */
    RecordLayout layout(List<ColumnDefinition> columns) {
        return RecordLayout.of(columns, keyNames(), keyPrefix(), valueHasKey());
    }

    /** The format of the record's value. */
    FormatChoice valueFormat() {
        Optional<String> plain = upsert ? Optional.empty() : options.text(KafkaOptions.FORMAT);
        Optional<String> named = options.text(KafkaOptions.VALUE_FORMAT);
        if (plain.isPresent() == named.isPresent()) {
            throw plain.isPresent()
                    ? invalid("options 'format' and 'value.format' say the same thing: give one of them")
                    : invalid("table \"" + definition.name() + "\" needs option '"
                                    + (upsert ? KafkaOptions.VALUE_FORMAT : KafkaOptions.FORMAT) + "'")
                            .hint("Formats: " + String.join(", ", Formats.names()) + ".");
        }
        return plain.isPresent() ? choice(plain.get(), "") : choice(named.orElseThrow(), "value.");
    }

    /** The format of the record's key, if its key is read or written. */
    Optional<FormatChoice> keyFormat() {
        return options.text(KafkaOptions.KEY_FORMAT).map(name -> choice(name, "key."));
    }

    private FormatChoice choice(String name, String prefix) {
        Format format = Formats.named(name);
        if (!format.hasRecords()) {
            throw LeatException.unsupported(
                    "format '" + name + "' in Kafka records", "Use it with 'connector'='filesystem'.");
        }
        return new FormatChoice(format, new FormatOptions(options, prefix, name));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(";", -1)).map(String::trim).distinct().toList();
    }

    private static LeatException invalid(String message) {
        return LeatException.of(ErrorCode.INVALID_OPTION, message);
    }

    /** Says which table and where, never with what secrets. */
    @Override
    public String toString() {
        return "table \"" + definition.name() + "\", topic " + String.join(";", topics()) + ", " + clients;
    }
}
