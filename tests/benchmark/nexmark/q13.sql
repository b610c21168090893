-- Bounded side input join: each bid with what a small table says about its auction.
CREATE TABLE side_input (
  key BIGINT, `value` AS CAST(key AS STRING), PRIMARY KEY (key) NOT ENFORCED
) WITH (
  'connector' = 'datagen', 'rows-per-second' = '1000000000',
  'fields.key.kind' = 'sequence', 'fields.key.start' = '0', 'fields.key.end' = '9999');

CREATE VIEW q13 AS
SELECT b.auction, b.bidder, b.price, b.`dateTime`, s.`value`
FROM (SELECT *, PROCTIME() AS p_time FROM bid) b
JOIN side_input FOR SYSTEM_TIME AS OF b.p_time AS s ON MOD(b.auction, 10000) = s.key;
