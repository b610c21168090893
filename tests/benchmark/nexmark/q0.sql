-- Pass through: what reading and handing on costs.
CREATE VIEW q0 AS
SELECT auction, bidder, price, `dateTime`, extra FROM bid;
