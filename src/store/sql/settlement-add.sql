-- in: unit, revision, total, grade, person, approver, reason, at
INSERT INTO settlement (unit, number, revision, total, grade, person, approver, reason, at) VALUES (?1, (SELECT coalesce (max (number), 0) + 1 FROM settlement WHERE unit = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8);
