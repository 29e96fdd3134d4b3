-- in: unit, revision, point, assessor, points, word, computed, reason
INSERT INTO score (unit, revision, point, assessor, points, word, computed, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (unit, revision, point, assessor) DO UPDATE SET points = excluded.points, word = excluded.word, computed = excluded.computed, reason = excluded.reason;
