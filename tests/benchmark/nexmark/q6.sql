-- Average selling price by seller: over the last ten auctions that each of them sold.
CREATE VIEW q6 AS
SELECT seller, AVG(price) AS price
FROM (
  SELECT seller, price, ROW_NUMBER() OVER (PARTITION BY seller ORDER BY `dateTime` DESC, id DESC) AS place
  FROM (
    SELECT a.id, a.seller, b.price, b.`dateTime`,
      ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY b.price DESC, b.`dateTime` ASC) AS rank_number
    FROM auction a JOIN bid b ON a.id = b.auction
    WHERE b.`dateTime` BETWEEN a.`dateTime` AND a.expires
  )
  WHERE rank_number <= 1
)
WHERE place <= 10
GROUP BY seller;
