package io.leat.connector.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import io.leat.connector.format.DecodeOutcome;
import io.leat.connector.format.RecordDecoder;
import io.leat.core.batch.ColumnBuilder;
import io.leat.core.limit.Limits;
import io.leat.core.type.Field;
import java.util.List;
import java.util.Set;

/**
 * Decodes one JSON object a record, straight from its bytes into the columns, in one pass, with no object a field. A
 * record that is wrong or unusual in any way it leaves to {@link JsonDecoder}, which also says what is wrong; both give the
 * same rows.
 */
final class JsonByteDecoder implements RecordDecoder {
    private static final int DEPTH_MAX = 200;

    private final RecordDecoder exact;
    private final List<Field> fields;
    private final int[] read;
    private final JsonField[] readers;
    private final boolean[] mayBeMissing;
    private final ExpectedNames names;
    private final JsonSkipping skipping;
    private final int recordBytesMax;
    private final long[] seen;
    private long record;

    /**
     * A decoder.
     *
     * @param read which of the fields are read
     * @param exact decodes what this decoder does not
     */
    JsonByteDecoder(
            JsonFactory factory,
            List<Field> fields,
            Set<Integer> read,
            boolean failOnMissing,
            Limits limits,
            RecordDecoder exact) {
        this.exact = exact;
        this.fields = List.copyOf(fields);
        this.read = read.stream().mapToInt(Integer::intValue).sorted().toArray();
        this.names = new ExpectedNames(new FieldNames(fields));
        this.recordBytesMax = limits.recordBytes();
        JsonStrings strings = new JsonStrings();
        this.skipping = new JsonSkipping(strings, Math.min(DEPTH_MAX, limits.jsonDepth()));
        this.readers = new JsonField[fields.size()];
        this.mayBeMissing = new boolean[fields.size()];
        for (int field : this.read) {
            readers[field] = new JsonField(fields.get(field).type(), strings, skipping, factory);
            mayBeMissing[field] = !failOnMissing && fields.get(field).type().nullable();
        }
        this.seen = new long[fields.size()];
    }

    @Override
    public DecodeOutcome decode(byte[] bytes, int offset, int length, ColumnBuilder[] columns) {
        int rows = read.length == 0 ? 0 : columns[read[0]].size();
        if (length <= recordBytesMax && isRead(bytes, offset, offset + length, columns)) {
            return DecodeOutcome.ROW;
        }
        for (int field : read) {
            columns[field].truncate(rows);
        }
        return exact.decode(bytes, offset, length, columns);
    }

    private boolean isRead(byte[] bytes, int from, int limit, ColumnBuilder[] columns) {
        int at = JsonSkipping.space(bytes, from, limit);
        if (at >= limit || bytes[at] != '{') {
            return false;
        }
        at = JsonSkipping.space(bytes, at + 1, limit);
        boolean empty = at < limit && bytes[at] == '}';
        record++;
        for (int place = 0; !empty; place++) {
            at = field(bytes, at, limit, place, columns);
            if (at < 0 || at >= limit) {
                return false;
            }
            if (bytes[at] != ',') {
                break;
            }
            at = JsonSkipping.space(bytes, at + 1, limit);
        }
        return bytes[at] == '}' && JsonSkipping.space(bytes, at + 1, limit) == limit && isComplete(columns);
    }

    /** Behind a field and the white space that follows. */
    private int field(byte[] bytes, int at, int limit, int place, ColumnBuilder[] columns) {
        QuotedName name = names.at(bytes, at, limit, place);
        if (name == null) {
            return -1;
        }
        int colon = JsonSkipping.space(bytes, at + name.length(), limit);
        if (colon >= limit || bytes[colon] != ':') {
            return -1;
        }
        int value = JsonSkipping.space(bytes, colon + 1, limit);
        int end = value(bytes, value, limit, name.field(), columns);
        return end < 0 ? -1 : JsonSkipping.space(bytes, end, limit);
    }

    private int value(byte[] bytes, int at, int limit, int field, ColumnBuilder[] columns) {
        if (field < 0 || readers[field] == null) {
            return skipping.value(bytes, at, limit);
        }
        if (seen[field] == record) {
            return -1;
        }
        seen[field] = record;
        return readers[field].append(bytes, at, limit, columns[field]);
    }

    private boolean isComplete(ColumnBuilder[] columns) {
        for (int field : read) {
            if (seen[field] != record) {
                if (!mayBeMissing[field]) {
                    return false;
                }
                columns[field].appendNull();
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "decoder of " + fields.size() + " fields, " + read.length + " read";
    }
}
