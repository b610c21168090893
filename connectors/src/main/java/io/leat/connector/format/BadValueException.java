package io.leat.connector.format;

import io.leat.core.type.DataType;

/**
 * A value that is not of the type that it should be: caught by the decoder of its record, which becomes a bad record.
 * Without a stack trace, because data may bring millions of them.
 */
public final class BadValueException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN_CHARACTERS = 40;

    private final String path;
    private final String problem;

    private BadValueException(String path, String problem) {
        super(path.isEmpty() ? problem : "field \"" + path + "\": " + problem, null, false, false);
        this.path = path;
        this.problem = problem;
    }

    /** A value that is wrong in its own way. */
    public static BadValueException because(String problem) {
        return new BadValueException("", problem);
    }

    /** A text that cannot be read as the type. */
    public static BadValueException text(DataType type, String text) {
        return expected(type, shown(text));
    }

    /** Something that is not of the type. */
    public static BadValueException expected(DataType type, String found) {
        return because("expected " + type.withNullable(true) + ", found " + found);
    }

    /** A NULL, or nothing at all, where the type has none. */
    public static BadValueException missing(DataType type) {
        return because("expected " + type + ", found no value");
    }

    /** The same, in a field of a ROW or of the record. */
    public BadValueException inField(String name) {
        boolean direct = path.isEmpty() || path.startsWith("[");
        return new BadValueException(direct ? name + path : name + "." + path, problem);
    }

    /** The same, in an element of an ARRAY. */
    public BadValueException inElement(int index) {
        boolean direct = path.isEmpty() || path.startsWith("[");
        return new BadValueException("[" + index + "]" + (direct ? path : "." + path), problem);
    }

    /** A text in quotes, shortened and without control characters, fit for a message. */
    public static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        boolean isLong = clean.length() > SHOWN_CHARACTERS;
        return "'" + (isLong ? clean.substring(0, SHOWN_CHARACTERS) + "..." : clean) + "'";
    }
}
