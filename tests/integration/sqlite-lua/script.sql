CREATE TABLE number (n INTEGER PRIMARY KEY, square INTEGER NOT NULL);
WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < 10000)
INSERT INTO number SELECT n, n * n FROM up;
SELECT count(*), sum(square), max(square) FROM number;
CREATE INDEX by_square ON number (square);
SELECT n FROM number WHERE square BETWEEN 998001 AND 1002001;

SELECT n, sum(n) OVER (ORDER BY n ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) FROM number WHERE n % 2500 = 0;

SELECT printf('%.12f', pi()), printf('%.9f', sqrt(2.0)), printf('%.6e', exp(10.0)), round(sin(1.0), 6), 1e300 * 1e10;

CREATE VIRTUAL TABLE page USING fts5 (title, body);
INSERT INTO page VALUES ('one', 'a linker joins objects'), ('two', 'a compiler makes objects'), ('three', 'neither');
SELECT title FROM page WHERE page MATCH 'objects' ORDER BY title;
SELECT highlight(page, 1, '<', '>') FROM page WHERE page MATCH 'link*';

SELECT json_extract('{"list": [1, {"deep": "found"}]}', '$.list[1].deep'), json_array_length('[1,2,3]');
SELECT upper('straße'), length('straße'), hex(CAST('ß' AS BLOB)), 'A' LIKE 'a', date('2000-02-28', '+2 days');
SELECT typeof(NULL), NULL IS NULL, 7 / 2, 7 / 2.0, -7 % 3, 1 << 40, 9223372036854775807 + 1;
BEGIN;
DELETE FROM number WHERE n > 10;
ROLLBACK;
SELECT count(*) FROM number;
PRAGMA integrity_check;
