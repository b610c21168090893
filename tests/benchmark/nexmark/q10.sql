-- Log to files: every bid, with the day and minute by which the files are sorted into directories.
CREATE VIEW q10 AS
SELECT auction, bidder, price, `dateTime`, extra,
  DATE_FORMAT(`dateTime`, 'yyyy-MM-dd') AS dt, DATE_FORMAT(`dateTime`, 'HH:mm') AS hm
FROM bid;
