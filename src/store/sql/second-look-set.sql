-- in: unit, revision, point, assessor, reason
INSERT INTO second_look (unit, revision, point, assessor, reason) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (unit, revision, point, assessor) DO UPDATE SET reason = excluded.reason;
