package io.leat.executor.state;

import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link ObjectCodec} wrote, one value after the other. */
final class ObjectReader {
    private final byte[] source;
    private int position;

    ObjectReader(byte[] source, int position) {
        this.source = source;
        this.position = position;
    }

    /** Where the next value begins. */
    int position() {
        return position;
    }

    /** The next value. */
    Object read(DataType type) {
        return switch (type.layout()) {
            case LONG -> JavaValues.fromLong(type, nextLong());
            case DOUBLE -> nextDouble(type);
            case BYTES -> nextBytes(type);
            case OBJECT -> nextObject(type);
        };
    }

    private long nextLong() {
        position += Long.BYTES;
        return RowBytes.getLong(source, position - Long.BYTES);
    }

    private Object nextDouble(DataType type) {
        double value = Double.longBitsToDouble(nextLong());
        return type.kind() == TypeKind.REAL ? (Object) (float) value : (Object) value;
    }

    private Object nextBytes(DataType type) {
        byte[] bytes = nextSized();
        return type.kind().isText() ? new String(bytes, StandardCharsets.UTF_8) : bytes;
    }

    private byte[] nextSized() {
        int length = nextVarint();
        position += length;
        return Arrays.copyOfRange(source, position - length, position);
    }

    private Object nextObject(DataType type) {
        return switch (type.kind()) {
            case DECIMAL -> new BigDecimal(new BigInteger(nextSized()), type.scale());
            case MAP -> nextMap(type);
            default -> nextList(type);
        };
    }

    private List<Object> nextList(DataType type) {
        int count = nextVarint();
        List<Object> members = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            members.add(nextMember(ObjectCodec.memberType(type, i)));
        }
        return members;
    }

    private Map<Object, Object> nextMap(DataType type) {
        int count = nextVarint();
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Object key = nextMember(ObjectCodec.memberType(type, 0));
            map.put(key, nextMember(ObjectCodec.memberType(type, 1)));
        }
        return map;
    }

    private Object nextMember(DataType type) {
        return source[position++] == 0 ? null : read(type);
    }

    private int nextVarint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = source[position++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
