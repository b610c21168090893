-- Twenty thousand flights of early 2001 as a stream, joined with the airports, in windows by day and state.
-- Run it: ./leat -f examples/flights.sql

CREATE TABLE flights (
  departure TIMESTAMP(3), origin STRING, destination STRING, delay INT, distance INT,
  WATERMARK FOR departure AS departure - INTERVAL '1' HOUR
) WITH ('connector' = 'filesystem', 'path' = 'examples/flights.ndjson', 'format' = 'json');

CREATE TABLE airports (iata STRING, name STRING, city STRING, state STRING, PRIMARY KEY (iata) NOT ENFORCED)
WITH ('connector' = 'filesystem', 'path' = 'examples/airports.csv', 'format' = 'csv', 'csv.header' = 'true');

-- Departures and delays by day and state, corrected with every flight.
CREATE MATERIALIZED VIEW daily AS
SELECT f.window_start AS day, a.state, COUNT(*) AS flights, AVG(f.delay) AS delay, MAX(f.delay) AS worst
FROM TABLE(TUMBLE(TABLE flights, DESCRIPTOR(departure), INTERVAL '1' DAY)) AS f
JOIN airports AS a ON f.origin = a.iata
GROUP BY f.window_start, a.state;

-- The last six hours, every hour: each window leaves once, when it is complete.
CREATE MATERIALIZED VIEW hopping AS
SELECT window_start, window_end, origin, COUNT(*) AS flights
FROM TABLE(HOP(TABLE flights, DESCRIPTOR(departure), INTERVAL '1' HOUR, INTERVAL '6' HOUR))
GROUP BY window_start, window_end, origin
EMIT FINAL;

-- Waves of departures at an airport: no gap of three hours within one.
CREATE MATERIALIZED VIEW waves AS
SELECT origin, window_start, window_end, COUNT(*) AS flights
FROM TABLE(SESSION(TABLE flights PARTITION BY origin, DESCRIPTOR(departure), INTERVAL '3' HOUR))
GROUP BY origin, window_start, window_end;

SELECT * FROM daily ORDER BY flights DESC, day, state LIMIT 10;

SELECT * FROM hopping ORDER BY flights DESC, window_start, origin LIMIT 10;

SELECT * FROM waves ORDER BY flights DESC, origin, window_start LIMIT 10;
