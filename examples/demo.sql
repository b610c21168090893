-- What ./leat demo runs: flights as a stream, joined with the airports, counted by day and state.

CREATE TABLE flights (
  departure TIMESTAMP(3), origin STRING, destination STRING, delay INT, distance INT,
  WATERMARK FOR departure AS departure - INTERVAL '1' HOUR
) WITH ('connector' = 'filesystem', 'path' = 'examples/flights.ndjson', 'format' = 'json');

CREATE TABLE airports (iata STRING, name STRING, city STRING, state STRING, PRIMARY KEY (iata) NOT ENFORCED)
WITH ('connector' = 'filesystem', 'path' = 'examples/airports.csv', 'format' = 'csv', 'csv.header' = 'true');

CREATE MATERIALIZED VIEW daily AS
SELECT f.window_start AS day, a.state, COUNT(*) AS flights, AVG(f.delay) AS delay, MAX(f.delay) AS worst
FROM TABLE(TUMBLE(TABLE flights, DESCRIPTOR(departure), INTERVAL '1' DAY)) AS f
JOIN airports AS a ON f.origin = a.iata
GROUP BY f.window_start, a.state;
