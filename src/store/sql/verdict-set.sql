-- in: unit, revision, citation, assessor, verdict
INSERT INTO verdict (unit, revision, citation, assessor, verdict) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (unit, revision, citation, assessor) DO UPDATE SET verdict = excluded.verdict;
