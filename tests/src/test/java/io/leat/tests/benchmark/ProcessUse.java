package io.leat.tests.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process has used up to a moment.
 *
 * @param nanos the moment
 * @param cpuNanos user and system time of all its threads
 */
record ProcessUse(long nanos, long cpuNanos) {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";
    private static final long KIBIBYTE = 1_024;

    static ProcessUse now() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new ProcessUse(System.nanoTime(), system.getProcessCpuTime());
    }

    double secondsSince(ProcessUse earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    double cpuSecondsSince(ProcessUse earlier) {
        return (cpuNanos - earlier.cpuNanos) / 1e9;
    }

    /** The most memory that this process ever had, in bytes; 0 where the system does not say. */
    static long peakBytes() {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long compilers and collectors have worked, in milliseconds of their own. */
    static long compilationMillis() {
        return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    static long collectionMillis() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(bean -> bean.getCollectionTime())
                .sum();
    }
}
