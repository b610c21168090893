-- Average price by category: of the highest bid that each auction got while it was open.
CREATE VIEW q4 AS
SELECT category, AVG(highest) AS price
FROM (
  SELECT MAX(b.price) AS highest, a.category
  FROM auction a, bid b
  WHERE a.id = b.auction AND b.`dateTime` BETWEEN a.`dateTime` AND a.expires
  GROUP BY a.id, a.category
)
GROUP BY category;
