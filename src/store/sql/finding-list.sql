-- out: id, office, person, at, version, unit, task, point, opinion, source, severity, state, title, text, owner, measures, due, verified_by, verified_at, verified_reason
SELECT id, office, person, at, version, unit, task, point, opinion, source, severity, state, title, text, owner, measures, due, verified_by, verified_at, verified_reason FROM finding ORDER BY id;
