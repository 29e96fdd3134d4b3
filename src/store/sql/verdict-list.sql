-- out: unit, revision, citation, assessor, verdict
SELECT unit, revision, citation, assessor, verdict FROM verdict ORDER BY unit, revision, citation, assessor;
