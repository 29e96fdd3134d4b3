-- in: number, at, person, role, action, subject, task, before, after, reason, previous, hash
INSERT INTO journal (number, at, person, role, action, subject, task, before, after, reason, previous, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);
