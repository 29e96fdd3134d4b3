-- out: unit, number, revision, total, grade, person, approver, reason, at; oldest first
SELECT unit, number, revision, total, grade, person, approver, reason, at FROM settlement ORDER BY unit, number;
