package io.leat.connector.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampMicroTZVector;
import org.apache.arrow.vector.TimeStampMilliVector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.complex.impl.UnionListWriter;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.ipc.ArrowWriter;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.FieldType;

/** Arrow files with fields of many types, one of them nested, and NULLs: row i holds values made of i. */
final class ArrowFixture {
    private static final int NAMES = 4;

    private ArrowFixture() {}

    /** A file (or a stream) of batches of the given sizes; every fifth id is NULL when asked for. */
    static byte[] bytes(boolean stream, boolean withoutSomeIds, int... batches) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = new VectorSchemaRoot(vectors(allocator));
                ArrowWriter writer = stream
                        ? new ArrowStreamWriter(root, null, Channels.newChannel(bytes))
                        : new ArrowFileWriter(root, null, Channels.newChannel(bytes))) {
            writer.start();
            int first = 0;
            for (int size : batches) {
                fill(root, first, size, withoutSomeIds);
                writer.writeBatch();
                first += size;
            }
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<FieldVector> vectors(BufferAllocator allocator) {
        return List.of(
                new BigIntVector("id", allocator),
                list(allocator),
                new VarCharVector("name", allocator),
                new LargeVarCharVector("text", allocator),
                new BitVector("flag", allocator),
                new IntVector("number", allocator),
                new UInt4Vector("unsigned", allocator),
                new Float4Vector("single", allocator),
                new Float8Vector("twice", allocator),
                new DecimalVector("price", allocator, 18, 4),
                new DecimalVector("wide", allocator, 38, 4),
                new VarBinaryVector("data", allocator),
                new DateDayVector("day", allocator),
                new TimeMicroVector("clock", allocator),
                new TimeStampMilliVector("ts", allocator),
                new TimeStampMicroTZVector("ltz", allocator, "UTC"));
    }

    private static ListVector list(BufferAllocator allocator) {
        ListVector list = ListVector.empty("tags", allocator);
        list.addOrGetVector(FieldType.nullable(new ArrowType.Int(32, true)));
        return list;
    }

    private static void fill(VectorSchemaRoot root, int first, int size, boolean withoutSomeIds) {
        root.allocateNew();
        UnionListWriter tags = ((ListVector) root.getVector("tags")).getWriter();
        for (int row = 0; row < size; row++) {
            int i = first + row;
            boolean isNull = i % NAMES == 3;
            if (!withoutSomeIds || i % 5 != 4) {
                ((BigIntVector) root.getVector("id")).setSafe(row, i);
            }
            tags.setPosition(row);
            tags.startList();
            tags.integer().writeInt(i);
            tags.endList();
            if (!isNull) {
                set(root, row, i);
            }
        }
        tags.setValueCount(size);
        root.setRowCount(size);
    }

    private static void set(VectorSchemaRoot root, int row, int i) {
        ((VarCharVector) root.getVector("name")).setSafe(row, ("n" + i).getBytes(StandardCharsets.UTF_8));
        ((LargeVarCharVector) root.getVector("text")).setSafe(row, ("ä" + i).getBytes(StandardCharsets.UTF_8));
        ((BitVector) root.getVector("flag")).setSafe(row, i % 3 == 0 ? 1 : 0);
        ((IntVector) root.getVector("number")).setSafe(row, -i);
        ((UInt4Vector) root.getVector("unsigned")).setSafe(row, -1 - i);
        ((Float4Vector) root.getVector("single")).setSafe(row, i / 2f);
        ((Float8Vector) root.getVector("twice")).setSafe(row, i / 8d);
        ((DecimalVector) root.getVector("price")).setSafe(row, BigDecimal.valueOf(-i, 4));
        ((DecimalVector) root.getVector("wide"))
                .setSafe(row, BigDecimal.valueOf(-i, 4).pow(3).setScale(4, java.math.RoundingMode.DOWN));
        ((VarBinaryVector) root.getVector("data")).setSafe(row, new byte[] {(byte) i});
        ((DateDayVector) root.getVector("day")).setSafe(row, i);
        ((TimeMicroVector) root.getVector("clock")).setSafe(row, i * 1_000L + 999);
        ((TimeStampMilliVector) root.getVector("ts")).setSafe(row, i);
        ((TimeStampMicroTZVector) root.getVector("ltz")).setSafe(row, -i * 1_000L - 1);
    }
}
