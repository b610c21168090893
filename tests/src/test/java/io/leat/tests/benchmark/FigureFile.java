package io.leat.tests.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The figures of queries as JSON. */
final class FigureFile {

    private FigureFile() {}

    /** Writes what was measured, and under which conditions. */
    static void write(Path file, BenchSource source, int shards, Map<String, Figures> figures) throws IOException {
        try (JsonGenerator json =
                new JsonFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("source", source.connector());
            json.writeStringField("java", Runtime.version().toString());
            json.writeStringField("flags", String.join(" ", Child.flags()));
            json.writeNumberField("cores", Runtime.getRuntime().availableProcessors());
            json.writeNumberField("shards", shards);
            json.writeObjectFieldStart("queries");
            for (Map.Entry<String, Figures> query : figures.entrySet()) {
                json.writeObjectFieldStart(query.getKey());
                for (Map.Entry<String, Double> value : query.getValue().values().entrySet()) {
                    json.writeNumberField(value.getKey(), value.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }
}
