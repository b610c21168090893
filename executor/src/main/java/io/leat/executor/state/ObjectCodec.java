package io.leat.executor.state;

import io.leat.core.batch.JavaValues;
import io.leat.core.type.DataType;
import io.leat.core.type.TypeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Encodes Java values of the types that lie as objects: a wide DECIMAL is a length and its unscaled digits; ARRAY, ROW
 * and MAP are a count and their members, each with one byte that says whether it is there. {@link ObjectReader} is the way
 * back.
 */
final class ObjectCodec {

    private ObjectCodec() {}

    /** Adds a value that is not NULL. */
    static void encode(DataType type, Object value, RowBytes into) {
        switch (type.layout()) {
            case LONG -> into.putLong(JavaValues.toLong(type, value));
            case DOUBLE -> into.putLong(RowCodec.canonicalBits(((Number) value).doubleValue()));
            case BYTES -> putSized(bytes(type, value), into);
            case OBJECT -> encodeObject(type, value, into);
        }
    }

    private static void encodeObject(DataType type, Object value, RowBytes into) {
        switch (type.kind()) {
            case DECIMAL -> putSized(unscaled(type, (BigDecimal) value), into);
            case MAP -> encodeMap(type, (Map<?, ?>) value, into);
            default -> encodeList(type, (List<?>) value, into);
        }
    }

    private static byte[] unscaled(DataType type, BigDecimal value) {
        return value.setScale(type.scale(), RoundingMode.HALF_UP)
                .unscaledValue()
                .toByteArray();
    }

    private static byte[] bytes(DataType type, Object value) {
        return type.kind().isText() ? ((String) value).getBytes(StandardCharsets.UTF_8) : (byte[]) value;
    }

    private static void putSized(byte[] bytes, RowBytes into) {
        into.putVarint(bytes.length);
        into.putBytes(bytes, 0, bytes.length);
    }

    private static void encodeList(DataType type, List<?> members, RowBytes into) {
        into.putVarint(members.size());
        for (int i = 0; i < members.size(); i++) {
            encodeMember(memberType(type, i), members.get(i), into);
        }
    }

    /** The type of the member at a place of an ARRAY or ROW; of a MAP's keys at 0 and values at 1. */
    static DataType memberType(DataType type, int index) {
        return type.kind() == TypeKind.ARRAY
                ? type.element()
                : type.children().get(index).type();
    }

    private static void encodeMember(DataType type, Object value, RowBytes into) {
        into.putByte(value == null ? 0 : 1);
        if (value != null) {
            encode(type, value, into);
        }
    }

    /** Maps with the same entries are equal in whatever order these stand, so they are sorted by their bytes. */
    private static void encodeMap(DataType type, Map<?, ?> map, RowBytes into) {
        List<byte[]> entries = new ArrayList<>();
        RowBytes scratch = new RowBytes();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            scratch.clear();
            encodeMember(memberType(type, 0), entry.getKey(), scratch);
            encodeMember(memberType(type, 1), entry.getValue(), scratch);
            entries.add(Arrays.copyOf(scratch.bytes(), scratch.length()));
        }
        entries.sort(Arrays::compareUnsigned);
        into.putVarint(entries.size());
        entries.forEach(entry -> into.putBytes(entry, 0, entry.length));
    }
}
