-- in: unit, revision, point, points, word, reason
INSERT INTO decision (unit, revision, point, points, word, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (unit, revision, point) DO UPDATE SET points = excluded.points, word = excluded.word, reason = excluded.reason;
