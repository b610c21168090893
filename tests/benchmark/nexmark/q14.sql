-- Calculation: decimal arithmetic, a CASE over the hour, and a function that is not built in.
CREATE FUNCTION count_char(text STRING, wanted STRING) RETURNS BIGINT
RETURN CHAR_LENGTH(text) - CHAR_LENGTH(REPLACE(text, wanted, ''));

CREATE VIEW q14 AS
SELECT auction, bidder, 0.908 * price AS price,
  CASE
    WHEN HOUR(`dateTime`) >= 8 AND HOUR(`dateTime`) <= 18 THEN 'dayTime'
    WHEN HOUR(`dateTime`) <= 6 OR HOUR(`dateTime`) >= 20 THEN 'nightTime'
    ELSE 'otherTime'
  END AS bidTimeType,
  `dateTime`, extra, count_char(extra, 'c') AS c_counts
FROM bid
WHERE 0.908 * price > 1000000 AND 0.908 * price < 50000000;
