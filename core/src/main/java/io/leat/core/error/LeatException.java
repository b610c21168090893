package io.leat.core.error;

import java.util.Objects;
import java.util.Optional;

/**
 * A failure that a user can meet. The message is one factual line; place, detail and hint come beside it.
 *
 * <p>Immutable: {@link #at}, {@link #detail} and {@link #hint} return copies, so that an error raised deep inside can
 * be given its place further out. It is unchecked because nearly every call may fail for a reason in the data.
 */
public final class LeatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Span span;
    private final String detail;
    private final String hint;

    private LeatException(ErrorCode code, String message, Span span, String detail, String hint, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
        this.span = span;
        this.detail = detail;
        this.hint = hint;
    }

    /** An error with its one line. */
    public static LeatException of(ErrorCode code, String message) {
        return new LeatException(code, message, null, null, null, null);
    }

    /** An error with its one line and what caused it. */
    public static LeatException of(ErrorCode code, String message, Throwable cause) {
        return new LeatException(code, message, null, null, null, cause);
    }

    /** A construct that Leat does not support: says so by name, and what to write instead. */
    public static LeatException unsupported(String construct, String hint) {
        return of(ErrorCode.UNSUPPORTED, construct + " is not supported").hint(hint);
    }

    /** A defect of ours: asks for a report instead of blaming the user. If memory ran out, it is that and no defect. */
    public static LeatException internal(String message, Throwable cause) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof OutOfMemoryError) {
                return outOfMemory(reason);
            }
        }
        return of(ErrorCode.INTERNAL, "internal error: " + message, cause)
                .hint("This is a defect in Leat. Please report it with the statement that caused it.");
    }

    private static LeatException outOfMemory(Throwable cause) {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return of(ErrorCode.OUT_OF_MEMORY, "out of memory: the heap of " + megabytes + " MB is full", cause)
                .hint("Let views remember less (windows, time bounds in joins), or give the JVM more: -Xmx,"
                        + " in LEAT_JAVA_OPTS for ./leat.");
    }

    /** The same error at a place in the statement's text. */
    public LeatException at(Span place) {
        return copy(place, detail, hint);
    }

    /** The same error with more to say than one line holds. */
    public LeatException detail(String text) {
        return copy(span, text, hint);
    }

    /** The same error with a sentence on what to do. */
    public LeatException hint(String text) {
        return copy(span, detail, text);
    }

    private LeatException copy(Span newSpan, String newDetail, String newHint) {
        LeatException copy = new LeatException(code, getMessage(), newSpan, newDetail, newHint, getCause());
        copy.setStackTrace(getStackTrace());
        for (Throwable suppressed : getSuppressed()) {
            copy.addSuppressed(suppressed);
        }
        return copy;
    }

    /** What kind of failure this is. */
    public ErrorCode code() {
        return code;
    }

    /** The five characters of the SQLSTATE. */
    public String sqlState() {
        return code.sqlState();
    }

    /** Where in the statement's text, if it is about a place there. */
    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** More than the one line says. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** What to do about it. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
