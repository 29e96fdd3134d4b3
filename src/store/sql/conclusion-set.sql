-- in: id, office, person, at, unit, verdict, reason
INSERT INTO conclusion (id, office, person, at, unit, verdict, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET office = excluded.office, person = excluded.person, at = excluded.at, unit = excluded.unit, verdict = excluded.verdict, reason = excluded.reason;
