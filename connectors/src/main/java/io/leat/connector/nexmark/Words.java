package io.leat.connector.nexmark;

/** Invented words: lower-case letters with a special character here and there. ASCII, written straight as bytes. */
final class Words {
    private static final int LENGTH_MIN = 3;
    private static final int SPECIAL_ONE_IN = 13;
    private static final int LETTERS = 26;

    private Words() {}

    /**
     * Writes a word; spaces at its ends are left out.
     *
     * @param lengthBound its length is below this
     * @return where it ends
     */
    static int write(long bits, int lengthBound, char special, byte[] target, int from) {
        int length = LENGTH_MIN + Draws.below(bits, lengthBound - LENGTH_MIN);
        int to = from;
        long place = bits;
        for (int i = 0; i < length; i++) {
            place += Draws.STEP;
            long random = Draws.mix(place);
            boolean isSpecial = Draws.below(random, SPECIAL_ONE_IN) == 0;
            byte character = (byte) (isSpecial ? special : 'a' + Draws.below(random << 32, LETTERS));
            if (character != ' ' || to > from) {
                target[to++] = character;
            }
        }
        while (to > from && target[to - 1] == ' ') {
            to--;
        }
        return to;
    }
}
