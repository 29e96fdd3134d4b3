-- in: unit, task, due, reason
INSERT INTO extension (unit, task, due, reason) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (unit, task) DO UPDATE SET due = excluded.due, reason = excluded.reason;
