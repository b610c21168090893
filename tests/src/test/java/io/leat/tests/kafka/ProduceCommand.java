package io.leat.tests.kafka;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts the lines of a file into a topic, as a whole or at a steady pace. */
public final class ProduceCommand {

    private ProduceCommand() {}

    /**
     * Sends the lines; the topic is made if it is not there.
     *
     * @param arguments file, topic, lines a second (0 or none: as fast as possible), broker's address
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        Path file = Path.of(arguments[0]);
        String topic = arguments[1];
        long pace = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        String address = arguments.length > 3 ? arguments[3] : "127.0.0.1:9092";
        try (Topics topics = new Topics(address);
                BufferedReader lines = Files.newBufferedReader(file)) {
            long sent = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                topics.send(new ProducerRecord<>(topic, Topics.bytes(line)));
                sent++;
                if (pace > 0) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / pace);
                }
            }
            topics.flush();
            out.println(sent + " records are in topic " + topic + " at " + address);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage() + ": " + e.getCause().getMessage());
            System.exit(1);
        }
    }
}
