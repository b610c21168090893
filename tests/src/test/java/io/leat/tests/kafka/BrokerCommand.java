package io.leat.tests.kafka;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** A broker to try Leat with: runs until it is interrupted, and leaves nothing behind. */
public final class BrokerCommand {
    private static final int PORT = 9092;

    private BrokerCommand() {}

    /**
     * Starts the broker.
     *
     * @param arguments the port, 9092 if there is none
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        int port = arguments.length == 0 ? PORT : Integer.parseInt(arguments[0]);
        CountDownLatch end = new CountDownLatch(1);
        KafkaBroker broker = start(port);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            end.countDown();
        }));
        out.println("Kafka is ready at " + broker.address() + " (Ctrl-C ends it and deletes its data)");
        end.await();
    }

    private static KafkaBroker start(int port) {
        try {
            return KafkaBroker.start(port);
        } catch (RuntimeException e) {
            System.err.println("The broker cannot start on port " + port + ": " + e.getMessage());
            System.err.println("Is the port taken? Give another one, and the same in 'properties.bootstrap.servers'.");
            System.exit(1);
            throw e;
        }
    }
}
