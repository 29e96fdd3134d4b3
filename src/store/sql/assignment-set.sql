-- in: unit, task, assessor, released
INSERT INTO assignment (unit, task, assessor, released) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (unit, task, assessor) DO UPDATE SET released = excluded.released;
