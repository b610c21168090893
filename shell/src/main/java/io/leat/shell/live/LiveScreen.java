package io.leat.shell.live;

import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.time.Clock;
import io.leat.core.type.Schema;
import io.leat.engine.ChangeCursor;
import io.leat.engine.Session;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.InfoCmp.Capability;

/** Takes over the terminal, draws a view until the user leaves, and gives the terminal back whatever happens. */
public final class LiveScreen {
    private static final int FRAME_MILLIS = 100;
    private static final long MARK_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private final Terminal terminal;
    private final boolean colour;
    private final Clock clock = Clock.system();
    private final AtomicBoolean left = new AtomicBoolean();
    private boolean leaveAtEnd;
    private int scrolled;

    /** A screen on a terminal. */
    public LiveScreen(Terminal terminal, boolean colour) {
        this.terminal = terminal;
        this.colour = colour;
    }

    /** The screen is left when no change will come any more, without waiting for a key. */
    public LiveScreen leaveAtEnd() {
        leaveAtEnd = true;
        return this;
    }

    /**
     * Shows what a cursor brings until the user leaves with q or Ctrl-C; closes the cursor.
     *
     * @param session for asking how the sources are doing
     * @throws LeatException what ended the changes, if it was a failure
     */
    public void show(LiveTitle title, ChangeCursor cursor, Session session) {
        Schema rows =
                new Schema(cursor.schema().fields().subList(2, cursor.schema().size()));
        LiveContent content = new LiveContent(rows);
        try (LiveReader reader = new LiveReader(cursor, content, clock);
                WatchStatus status = new WatchStatus(session, title.view(), clock)) {
            takeOver(new LiveFrame(terminal, title, content, new LiveDrawing(rows, colour)), reader, status);
            reader.failure().ifPresent(failure -> {
                throw failure;
            });
        }
    }

    private void takeOver(LiveFrame frame, LiveReader reader, WatchStatus status) {
        SignalHandler interrupt = terminal.handle(Signal.INT, signal -> left.set(true));
        SignalHandler resize = terminal.handle(Signal.WINCH, signal -> frame.resized());
        Attributes attributes = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        try {
            drawUntilLeft(frame, reader, status);
        } catch (IOException e) {
            throw LeatException.of(ErrorCode.INPUT_OUTPUT, "the terminal cannot be read", e);
        } finally {
            terminal.puts(Capability.cursor_visible);
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(attributes);
            terminal.handle(Signal.INT, interrupt);
            terminal.handle(Signal.WINCH, resize);
            terminal.flush();
        }
    }

    private void drawUntilLeft(LiveFrame frame, LiveReader reader, WatchStatus status) throws IOException {
        while (!left.get() && reader.failure().isEmpty()) {
            boolean ended = reader.ended();
            scrolled = frame.draw(scrolled, clock.nanos() - MARK_NANOS, ended ? "all is read" : status.text());
            if (ended && leaveAtEnd) {
                return;
            }
            act(LiveKey.read(terminal.reader(), FRAME_MILLIS), frame.page());
        }
    }

    private void act(LiveKey key, int page) {
        switch (key) {
            case LEAVE -> left.set(true);
            case UP -> scrolled--;
            case DOWN -> scrolled++;
            case PAGE_UP -> scrolled -= page;
            case PAGE_DOWN -> scrolled += page;
            case TOP -> scrolled = 0;
            case NONE -> {}
        }
    }
}
