-- Flights from a Kafka topic, joined with the airports of a file: how late do they leave, by day and state?
-- Run from the top of the repository, after examples/kafka/broker and examples/kafka/produce (docs/kafka.md).

CREATE TABLE flights (
  departure TIMESTAMP(3), origin STRING, destination STRING, delay INT, distance INT,
  WATERMARK FOR departure AS departure - INTERVAL '1' HOUR
) WITH (
  'connector' = 'kafka',
  'topic' = 'flights',
  'properties.bootstrap.servers' = '127.0.0.1:9092',
  'format' = 'json');

CREATE TABLE airports (
  iata STRING, name STRING, city STRING, state STRING, country STRING, latitude DOUBLE, longitude DOUBLE,
  PRIMARY KEY (iata) NOT ENFORCED
) WITH ('connector' = 'filesystem', 'path' = 'examples/airports.csv', 'format' = 'csv', 'csv.header' = 'true');

CREATE MATERIALIZED VIEW delays AS
SELECT f.window_start, a.state, COUNT(*) AS flights, AVG(f.delay) AS delay
FROM TABLE(TUMBLE(TABLE flights, DESCRIPTOR(departure), INTERVAL '1' DAY)) AS f
JOIN airports AS a ON f.origin = a.iata
GROUP BY f.window_start, a.state;

SELECT * FROM delays ORDER BY flights DESC, window_start, state LIMIT 10;
