-- in: unit, revision, task, point, reason
INSERT INTO claim (unit, revision, task, point, reason) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (unit, revision, task, point) DO UPDATE SET reason = excluded.reason;
