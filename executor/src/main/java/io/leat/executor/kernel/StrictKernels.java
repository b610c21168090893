package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.DoubleColumn;
import io.leat.core.batch.LongColumn;
import io.leat.core.batch.Validity;

/**
 * Frames for kernels whose value is NULL when an operand is: they evaluate the operands, join the validity bits and run
 * a loop over the arrays. Loops may compute positions of NULLs, whose values mean nothing, but must not fail for them.
 */
final class StrictKernels {

    private StrictKernels() {}

    /** From longs to longs. */
    @FunctionalInterface
    interface LongLoop {
        void run(long[] a, long[] result, Selection selection, long[] validity);
    }

    /** From two columns of longs to longs. */
    @FunctionalInterface
    interface LongLongLoop {
        void run(long[] a, long[] b, long[] result, Selection selection, long[] validity);
    }

    /** From doubles to doubles. */
    @FunctionalInterface
    interface DoubleLoop {
        void run(double[] a, double[] result, Selection selection);
    }

    /** From two columns of doubles to doubles. */
    @FunctionalInterface
    interface DoubleDoubleLoop {
        void run(double[] a, double[] b, double[] result, Selection selection);
    }

    /** From text or binary to longs. */
    @FunctionalInterface
    interface BytesLoop {
        void run(BytesColumn a, long[] result, Selection selection, long[] validity);
    }

    /** From two columns of text or binary to longs. */
    @FunctionalInterface
    interface BytesBytesLoop {
        void run(BytesColumn a, BytesColumn b, long[] result, Selection selection, long[] validity);
    }

    static Kernel longs(Kernel operand, LongLoop loop) {
        return (input, selection) -> {
            LongColumn a = (LongColumn) operand.evaluate(input, selection);
            long[] result = new long[input.size()];
            loop.run(a.values(), result, selection, a.validity());
            return new LongColumn(result, a.validity(), input.size());
        };
    }

    static Kernel longs(Kernel left, Kernel right, LongLongLoop loop) {
        return (input, selection) -> {
            LongColumn a = (LongColumn) left.evaluate(input, selection);
            LongColumn b = (LongColumn) right.evaluate(input, selection);
            long[] validity = Validity.and(a.validity(), b.validity());
            long[] result = new long[input.size()];
            loop.run(a.values(), b.values(), result, selection, validity);
            return new LongColumn(result, validity, input.size());
        };
    }

    static Kernel doubles(Kernel operand, DoubleLoop loop) {
        return (input, selection) -> {
            DoubleColumn a = (DoubleColumn) operand.evaluate(input, selection);
            double[] result = new double[input.size()];
            loop.run(a.values(), result, selection);
            return new DoubleColumn(result, a.validity(), input.size());
        };
    }

    static Kernel doubles(Kernel left, Kernel right, DoubleDoubleLoop loop) {
        return (input, selection) -> {
            DoubleColumn a = (DoubleColumn) left.evaluate(input, selection);
            DoubleColumn b = (DoubleColumn) right.evaluate(input, selection);
            double[] result = new double[input.size()];
            loop.run(a.values(), b.values(), result, selection);
            return new DoubleColumn(result, Validity.and(a.validity(), b.validity()), input.size());
        };
    }

    static Kernel bytesToLongs(Kernel operand, BytesLoop loop) {
        return (input, selection) -> {
            BytesColumn a = (BytesColumn) operand.evaluate(input, selection);
            long[] result = new long[input.size()];
            loop.run(a, result, selection, a.validity());
            return new LongColumn(result, a.validity(), input.size());
        };
    }

    static Kernel bytesToLongs(Kernel left, Kernel right, BytesBytesLoop loop) {
        return (input, selection) -> {
            BytesColumn a = (BytesColumn) left.evaluate(input, selection);
            BytesColumn b = (BytesColumn) right.evaluate(input, selection);
            long[] validity = Validity.and(a.validity(), b.validity());
            long[] result = new long[input.size()];
            loop.run(a, b, result, selection, validity);
            return new LongColumn(result, validity, input.size());
        };
    }
}
