package io.leat.connector.nexmark;

import static io.leat.connector.contract.Tables.column;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.leat.connector.contract.CollectingRows;
import io.leat.connector.contract.Tables;
import io.leat.core.connector.Boundedness;
import io.leat.core.connector.ColumnDefinition;
import io.leat.core.connector.PollStatus;
import io.leat.core.connector.Position;
import io.leat.core.connector.Source;
import io.leat.core.connector.SourceContext;
import io.leat.core.connector.SourceRange;
import io.leat.core.connector.TableDefinition;
import io.leat.core.error.LeatException;
import io.leat.core.limit.Limits;
import io.leat.core.time.ManualClock;
import io.leat.core.type.DataType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NexmarkConnectorTest {
    private final NexmarkConnector connector = new NexmarkConnector();
    private final ManualClock clock = new ManualClock(0);

    private static TableDefinition bid(ColumnDefinition column, Map<String, String> options) {
        return Tables.of(List.of(column), options);
    }

    private Source open(TableDefinition table) {
        return connector.openSource(table, SourceRange.ALL, new SourceContext(clock, Limits.DEFAULT, Path.of(".")));
    }

    private void refused(String message, String hint, ColumnDefinition column, Map<String, String> options) {
        LeatException error =
                assertThrows(LeatException.class, () -> connector.validate(bid(column, options)), message);
        assertEquals(message, error.getMessage());
        assertEquals(hint, error.hint().orElse(""));
    }

    @Test
    void isBoundedByANumberOfEvents() {
        ColumnDefinition price = column("price", DataType.BIGINT);
        assertEquals(Boundedness.UNBOUNDED, connector.boundedness(bid(price, Map.of("table", "bid"))));
        assertEquals(Boundedness.BOUNDED, connector.boundedness(bid(price, Map.of("table", "bid", "events", "50"))));
    }

    @Test
    void eventsOfAllTablesCountForTheRate() {
        TableDefinition table = bid(column("auction", DataType.BIGINT), Map.of("table", "bid", "rate", "100"));
        CollectingRows rows = new CollectingRows(table);
        try (Source source = open(table)) {
            assertEquals(PollStatus.IDLE, source.poll(rows, 100));
            clock.advance(Duration.ofMillis(70));
            assertEquals(Position.of(Map.of("events", 7L)), source.end());
            assertEquals(PollStatus.MORE, source.poll(rows, 6));
            assertEquals(2, rows.rows().size());
            assertEquals(PollStatus.IDLE, source.poll(rows, 6));
            assertEquals(3, rows.rows().size());
        }
    }

    @Test
    void liveEventsComeWhenTheClockShowsTheirTime() {
        clock.advance(Duration.ofSeconds(9));
        TableDefinition table = bid(
                column("dateTime", DataType.TIMESTAMP_LTZ),
                Map.of(
                        "table", "bid",
                        "live", "true",
                        "event-time.start", "1970-01-01 00:00:10",
                        "event-time.rate", "2000"));
        CollectingRows rows = new CollectingRows(table);
        try (Source source = open(table)) {
            assertEquals(PollStatus.IDLE, source.poll(rows, 100));
            clock.advance(Duration.ofMillis(1_002));
            assertEquals(PollStatus.IDLE, source.poll(rows, 100));
        }
        Instant start = Instant.ofEpochSecond(10);
        assertEquals(List.of(List.of(start.plusMillis(2)), List.of(start.plusMillis(2))), rows.values());
    }

    @Test
    void columnsAreFoundByNameWhateverTheCase() {
        TableDefinition table = bid(column("DATETIME", DataType.TIMESTAMP), Map.of("table", "bid", "events", "5"));
        CollectingRows rows = new CollectingRows(table);
        try (Source source = open(table)) {
            assertEquals(PollStatus.FINISHED, source.poll(rows, 100));
        }
        assertEquals("[[2015-07-15T00:00]]", rows.values().toString());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        ColumnDefinition price = column("price", DataType.BIGINT);
        refused(
                "nexmark table bid has no column \"prise\"",
                "did you mean \"price\"? Columns: auction, bidder, price, channel, url, dateTime, extra.",
                column("prise", DataType.BIGINT),
                Map.of("table", "bid"));
        refused(
                "column \"price\" of nexmark table bid is BIGINT, not INT",
                "Declare it as BIGINT.",
                column("price", DataType.INTEGER),
                Map.of("table", "bid"));
        refused(
                "option 'table' cannot be 'bids'",
                "did you mean \"bid\"? Possible values: person, auction, bid.",
                price,
                Map.of("table", "bids"));
        refused("option 'events' is -1, less than 0", "", price, Map.of("table", "bid", "events", "-1"));
        refused("option 'rate' is 0, less than 1", "", price, Map.of("table", "bid", "rate", "0"));
        refused(
                "option 'event-time.start' is 'noon', which is not a time",
                "Write it as 2015-07-15 00:00:00.",
                price,
                Map.of("table", "bid", "event-time.start", "noon"));
        refused(
                "options 'live' and 'rate' exclude each other",
                "A live table has the rate of its event time: 'event-time.rate'.",
                price,
                Map.of("table", "bid", "live", "true", "rate", "5"));
    }
}
