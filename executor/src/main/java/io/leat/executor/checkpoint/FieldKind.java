package io.leat.executor.checkpoint;

/**
 * The kinds of fields that a part has: each is written before its field, as its place in this list, so that what was written
 * by an operator of another shape is noticed.
 */
enum FieldKind {
    END("the end"),
    NUMBER("a number"),
    LONGS("an array of longs"),
    INTS("an array of ints"),
    BYTES("an array of bytes"),
    STRINGS("an array of byte strings");

    private static final FieldKind[] ALL = values();

    private final String text;

    FieldKind(String text) {
        this.text = text;
    }

    /** What a byte of a header says that comes next. */
    static String text(int kind) {
        return kind >= 0 && kind < ALL.length ? ALL[kind].text : "of kind " + kind;
    }

    @Override
    public String toString() {
        return text;
    }
}
