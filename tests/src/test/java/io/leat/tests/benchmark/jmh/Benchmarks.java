package io.leat.tests.benchmark.jmh;

/** Runs the benchmarks whose names match the arguments, all of them without any; takes the options of JMH. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Starts JMH. */
    public static void main(String[] arguments) throws Exception {
        org.openjdk.jmh.Main.main(arguments);
    }
}
