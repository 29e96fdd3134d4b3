-- in: unit, revision, state, person, at, reason
INSERT INTO transition (unit, revision, state, person, at, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
