package io.leat.executor.source;

import io.leat.executor.state.Archivable;
import io.leat.executor.state.StateArchive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What an archivable thing remembered at one moment. */
final class KeptState {
    private final List<Object> fields = new ArrayList<>();

    static KeptState of(Archivable remembered) {
        KeptState kept = new KeptState();
        remembered.archive(new Archive(kept.fields, null));
        return kept;
    }

    void restore(Archivable remembered) {
        remembered.archive(new Archive(fields, fields.iterator()));
    }

    private record Archive(List<Object> written, Iterator<Object> read) implements StateArchive {

        private Object pass(Object value) {
            if (read == null) {
                written.add(value);
                return value;
            }
            return read.next();
        }

        @Override
        public boolean isRestoring() {
            return read != null;
        }

        @Override
        public long number(long value) {
            return (Long) pass(value);
        }

        @Override
        public long[] longs(long[] values, int used) {
            return ((long[]) pass(values.clone())).clone();
        }

        @Override
        public int[] ints(int[] values, int used) {
            return ((int[]) pass(values.clone())).clone();
        }

        @Override
        public byte[] bytes(byte[] values, int used) {
            return ((byte[]) pass(values.clone())).clone();
        }

        @Override
        public byte[][] strings(byte[][] values, int used) {
            return Arrays.copyOf((byte[][]) pass(values.clone()), used);
        }
    }
}
