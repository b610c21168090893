package io.leat.connector.format.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.leat.connector.format.BadValueException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The fields of one record at a time, and whether each was in quotes. Reused from record to record. */
final class CsvFields extends AbstractBaseCsvCallbackHandler<CsvFields> {
    private static final int FIELD_CHARACTERS_MAX = 1 << 20;

    private final char delimiter;
    private final char quote;
    private final int fieldsMax;
    private String[] texts = new String[16];
    private boolean[] quoted = new boolean[16];
    private int count;
    private boolean tooLong;

    CsvFields(CsvStyle style, int fieldsMax) {
        this.delimiter = style.delimiter();
        this.quote = style.quote();
        this.fieldsMax = fieldsMax;
    }

    int count() {
        return count;
    }

    String text(int field) {
        return texts[field];
    }

    boolean isQuoted(int field) {
        return quoted[field];
    }

    /** Splits a record into fields. */
    void split(String record) throws BadValueException {
        count = 0;
        tooLong = false;
        if (record.indexOf(quote) < 0 && record.indexOf('\r') < 0) {
            splitPlain(record);
        } else {
            splitQuoted(record);
        }
        if (tooLong) {
            throw BadValueException.because("record has a field of more than " + FIELD_CHARACTERS_MAX + " characters");
        }
        if (count > fieldsMax) {
            throw BadValueException.because("record has " + count + " fields, more than " + fieldsMax);
        }
    }

    private void splitPlain(String record) {
        int start = 0;
        for (int end = record.indexOf(delimiter); end >= 0; end = record.indexOf(delimiter, start)) {
            add(record.substring(start, end), false);
            start = end + 1;
        }
        add(record.substring(start), false);
    }

    private void splitQuoted(String record) throws BadValueException {
        try (CloseableIterator<CsvFields> records = reader(record).iterator()) {
            records.next();
            if (records.hasNext()) {
                throw BadValueException.because("record has a carriage return without line feed outside quotes");
            }
        } catch (CsvParseException notCsv) {
            throw BadValueException.because("record has a quote that is not closed, or text behind a closing quote");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvReader<CsvFields> reader(String record) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(quote)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .build(this, record);
    }

    private void add(String text, boolean inQuotes) {
        tooLong |= text.length() > FIELD_CHARACTERS_MAX;
        if (count < fieldsMax) {
            if (count == texts.length) {
                texts = Arrays.copyOf(texts, count * 2);
                quoted = Arrays.copyOf(quoted, count * 2);
            }
            texts[count] = text;
            quoted[count] = inQuotes;
        }
        count++;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int length, boolean inQuotes) {
        add(new String(buffer, offset, length), inQuotes);
    }

    @Override
    protected CsvFields buildRecord() {
        return this;
    }
}
