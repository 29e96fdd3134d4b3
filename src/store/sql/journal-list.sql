-- in: before number, limit; out: all columns, newest first
SELECT number, at, person, role, action, subject, task, before, after, reason, previous, hash FROM journal WHERE number < ?1 ORDER BY number DESC LIMIT ?2;
