-- out: all columns, oldest first
SELECT number, at, person, role, action, subject, task, before, after, reason, previous, hash FROM journal ORDER BY number;
