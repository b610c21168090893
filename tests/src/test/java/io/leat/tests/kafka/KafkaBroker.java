package io.leat.tests.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker and its controller in this JVM. It keeps its directory and port when it is restarted, and deletes the
 * directory when it is closed. Tests share the one of {@link #shared()}, with topics of their own.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 32_000;
    private static final int PORTS_A_PROCESS = 100;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger(firstPort());

    private final Path directory;
    private final int port;
    private final Properties settings;
    private KafkaRaftServer server;

    private KafkaBroker(Path directory, int port, int controllerPort, int advertised) {
        this.directory = directory;
        this.port = port;
        this.settings = settings(directory, port, controllerPort);
        this.settings.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + advertised);
    }

    /** The broker that all tests of this JVM share; it ends with the JVM. */
    public static KafkaBroker shared() {
        return Shared.BROKER;
    }

    /** Starts a broker on a port, 0 for any that is free, with an empty temporary directory. */
    public static KafkaBroker start(int port) {
        try {
            int own = port == 0 ? freePort() : port;
            return start(own, own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a broker that sends its clients to another port of this machine, where something stands before it. */
    static KafkaBroker startBehind(int advertised) {
        try {
            return start(freePort(), advertised);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KafkaBroker start(int port, int advertised) throws IOException {
        Path directory = Files.createTempDirectory("leat-kafka-");
        KafkaBroker broker = new KafkaBroker(directory, port, freePort(), advertised);
        broker.formatAndStart();
        return broker;
    }

    /** The address for {@code bootstrap.servers}. */
    public String address() {
        return HOST + ":" + port;
    }

    /** Starts it again after {@link #stop}, with what it had. */
    public void start() {
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
    }

    /** Stops it; its data stays. */
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing behind if that fails, as it does on a port that is taken. */
    private void formatAndStart() throws IOException {
        try {
            format();
            start();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void format() throws IOException {
        Path file = directory.resolve("broker.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        PrintStream quiet = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        if (StorageTool.execute(arguments, quiet) != 0) {
            throw new IllegalStateException("the broker's directory cannot be formatted: " + directory);
        }
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties all = new Properties();
        all.put("node.id", "1");
        all.put("process.roles", "broker,controller");
        all.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
        all.put("listeners", "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
        all.put("controller.listener.names", "CONTROLLER");
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        all.put("log.dirs", directory.resolve("log").toString());
        for (String replicated : List.of(
                "offsets.topic.replication.factor",
                "offsets.topic.num.partitions",
                "transaction.state.log.replication.factor",
                "transaction.state.log.min.isr",
                "transaction.state.log.num.partitions")) {
            all.put(replicated, "1");
        }
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "200");
        all.put("controller.quorum.election.timeout.ms", "100");
        all.put("num.recovery.threads.per.data.dir", "1");
        all.put("server.max.startup.time.ms", "60000");
        return all;
    }

    /**
     * A free port below those that the system gives to outgoing connections: while the broker is stopped, nobody else
     * gets its port, not even a client that keeps trying to reach it.
     */
    private static int freePort() throws IOException {
        for (int port = nextPort(); port <= LAST_PORT; port = nextPort()) {
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
                return socket.getLocalPort();
            } catch (BindException e) {
                System.err.println("port " + port + " is taken");
            }
        }
        throw new IllegalStateException("no free port below " + LAST_PORT);
    }

    /** Processes that run at the same time begin at different ports. */
    private static int firstPort() {
        int processes = (LAST_PORT - FIRST_PORT) / PORTS_A_PROCESS;
        return FIRST_PORT + (int) (ProcessHandle.current().pid() % processes) * PORTS_A_PROCESS;
    }

    private static int nextPort() {
        return NEXT_PORT.getAndIncrement();
    }

    /** Started by its first user, stopped when the JVM ends. */
    private static final class Shared {
        private static final KafkaBroker BROKER = start(0);

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close, "kafka-broker-stop"));
        }
    }
}
