-- in: unit, revision, task, reason
INSERT INTO return_reason (unit, revision, task, reason) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (unit, revision, task) DO UPDATE SET reason = excluded.reason;
