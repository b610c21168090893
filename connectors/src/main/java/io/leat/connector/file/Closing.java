package io.leat.connector.file;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes files that were read: what goes wrong then changes no answer, so it is logged. */
final class Closing {
    private static final Logger LOGGER = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(OpenContent file) {
        try {
            file.close();
        } catch (java.io.IOException e) {
            LOGGER.warn("cannot close file {}", file.partition(), e);
        }
    }
}
