-- out: unit, revision, point, points, word, reason
SELECT unit, revision, point, points, word, reason FROM decision ORDER BY unit, revision, point;
