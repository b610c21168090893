package io.leat.connector.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.leat.connector.format.BadValueException;
import io.leat.core.limit.Limits;
import java.io.IOException;

/** Says in people's words what is wrong with a JSON text. */
final class JsonProblem {

    private JsonProblem() {}

    /** Whether it is the byte parser's own defect with escaped surrogates in names. */
    static boolean isEscapedName(JsonProcessingException error) {
        return error.getOriginalMessage().contains("surrogate");
    }

    static String of(JsonProcessingException error, Limits limits) {
        String message = error.getOriginalMessage();
        if (error instanceof StreamConstraintsException) {
            return message.contains("nesting depth")
                    ? "JSON is nested more than " + limits.jsonDepth() + " deep"
                    : "JSON has a text, name or number that is too long";
        }
        boolean located = error.getLocation() != null && error.getLocation().getByteOffset() >= 0;
        String place = located ? " at byte " + error.getLocation().getByteOffset() : "";
        return "not valid JSON" + place + ": " + plain(message);
    }

    /** The parser's message without what only its authors need. */
    private static String plain(String message) {
        String text = message.lines().findFirst().orElse("");
        int start = text.indexOf(" (start marker");
        String cut = start < 0 ? text : text.substring(0, start);
        String clean = cut.replaceAll(" ?\\(code \\d+[^)]*\\)\\)?", "")
                .replace("('", "'")
                .trim();
        return clean.isEmpty() ? "unexpected content" : Character.toLowerCase(clean.charAt(0)) + clean.substring(1);
    }

    /** What the parser stands at. */
    static String describe(JsonParser parser) throws IOException {
        if (parser.currentToken() == null) {
            return "nothing";
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "text " + BadValueException.shown(parser.getText());
            case VALUE_NULL -> "null";
            default -> BadValueException.shown(parser.getText()).replace("'", "");
        };
    }
}
