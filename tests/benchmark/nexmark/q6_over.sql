-- Average selling price by seller, as it was published: after each sale, over it and the ten sales before it.
CREATE VIEW q6_over AS
SELECT seller, AVG(price) OVER (
    PARTITION BY seller ORDER BY `dateTime`, id ROWS BETWEEN 10 PRECEDING AND CURRENT ROW) AS price
FROM (
  SELECT a.id, a.seller, b.price, b.`dateTime`,
    ROW_NUMBER() OVER (PARTITION BY a.id ORDER BY b.price DESC, b.`dateTime` ASC) AS rank_number
  FROM auction a JOIN bid b ON a.id = b.auction
  WHERE b.`dateTime` BETWEEN a.`dateTime` AND a.expires
)
WHERE rank_number <= 1;
