-- out: unit, revision, point, assessor, reason
SELECT unit, revision, point, assessor, reason FROM second_look ORDER BY unit, revision, point, assessor;
