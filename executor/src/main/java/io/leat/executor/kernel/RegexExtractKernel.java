package io.leat.executor.kernel;

import io.leat.core.batch.BytesColumn;
import io.leat.core.batch.Chunk;
import io.leat.core.batch.Column;
import io.leat.core.batch.Validity;
import io.leat.core.error.ErrorCode;
import io.leat.core.error.LeatException;
import io.leat.core.limit.BoundedText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the first match of a regular expression has in a group. Runs over the bytes as long as they are ASCII; where the
 * expression has a text that every match contains, it is tried only around that text.
 */
final class RegexExtractKernel implements Kernel {
    private final Kernel text;
    private final Pattern pattern;
    private final Optional<RegexLiteral> literal;
    private final int group;

    RegexExtractKernel(Kernel text, String regex, int group) {
        this.text = text;
        this.pattern = compile(regex);
        this.literal = RegexLiteral.of(regex);
        this.group = group;
    }

    private static Pattern compile(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw LeatException.of(
                    ErrorCode.DATA, "'" + regex + "' is not a regular expression: " + e.getDescription());
        }
    }

    @Override
    public Column evaluate(Chunk input, Selection selection) {
        BytesColumn texts = (BytesColumn) text.evaluate(input, selection);
        Extraction extraction = new Extraction(texts);
        for (int i = 0; i < selection.count(); i++) {
            int row = selection.row(i);
            extraction.result.begin(row);
            if (extraction.known && !texts.isNull(row)) {
                extraction.extract(row);
            }
        }
        return extraction.result.column(extraction.found);
    }

    /** One chunk's work. */
    private final class Extraction {
        private final BytesColumn texts;
        private final AsciiText ascii = new AsciiText();
        private final Matcher matcher = pattern.matcher(ascii);
        private final boolean known = group >= 0 && group <= matcher.groupCount();
        private final long[] found;
        private final BytesResult result;

        Extraction(BytesColumn texts) {
            this.texts = texts;
            this.found = new long[Validity.words(texts.size())];
            this.result = new BytesResult(texts.size());
            // Around the text that is certain, ^ and $ must still mean the ends of all of it.
            matcher.useAnchoringBounds(false).useTransparentBounds(true);
        }

        void extract(int row) {
            byte[] bytes = texts.bytes();
            int from = texts.offsets()[row];
            int to = texts.offsets()[row + 1];
            int certain = literal.map(l -> Utf8.indexOf(bytes, from, to, l.bytes(), 0, l.bytes().length))
                    .orElse(from);
            if (certain < 0) {
                return;
            }
            try {
                if (Utf8.isAscii(bytes, from, to)) {
                    extractAscii(row, certain);
                } else {
                    extractText(row);
                }
            } catch (StackOverflowError deep) {
                throw BoundedText.tooLong();
            }
        }

        private void extractAscii(int row, int certain) {
            int from = texts.offsets()[row];
            ascii.set(texts.bytes(), from, texts.offsets()[row + 1]);
            matcher.reset();
            boolean matches = literal.isPresent() ? findAround(row, literal.get(), certain) : matcher.find();
            if (matches && matcher.start(group) >= 0) {
                Validity.set(found, row);
                result.write(texts.bytes(), from + matcher.start(group), matcher.end(group) - matcher.start(group));
            }
        }

        /** Tries the expression at every place from which the certain text is near enough, from left to right. */
        private boolean findAround(int row, RegexLiteral around, int first) {
            byte[] bytes = texts.bytes();
            int from = texts.offsets()[row];
            int to = texts.offsets()[row + 1];
            int start = from;
            for (int certain = first; certain >= 0; certain = next(bytes, certain + 1, to, around)) {
                for (start = Math.max(start, certain - around.before()); start <= certain; start++) {
                    matcher.region(start - from, to - from);
                    if (matcher.lookingAt()) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static int next(byte[] bytes, int from, int to, RegexLiteral literal) {
            return Utf8.indexOf(bytes, from, to, literal.bytes(), 0, literal.bytes().length);
        }

        private void extractText(int row) {
            String decoded = texts.text(row);
            Matcher ofText = pattern.matcher(new BoundedText(decoded));
            if (ofText.find() && ofText.start(group) >= 0) {
                Validity.set(found, row);
                result.write(ofText.group(group));
            }
        }
    }
}
