-- Highest bid: the bids with the highest price of each ten seconds.
CREATE VIEW q7 AS
SELECT b.auction, b.bidder, b.price, b.`dateTime`, b.extra
FROM bid b
JOIN (
  SELECT MAX(price) AS maxprice, window_end AS `dateTime`
  FROM TABLE(TUMBLE(TABLE bid, DESCRIPTOR(`dateTime`), INTERVAL '10' SECOND))
  GROUP BY window_start, window_end
) highest
ON b.price = highest.maxprice
WHERE b.`dateTime` BETWEEN highest.`dateTime` - INTERVAL '10' SECOND AND highest.`dateTime`;
