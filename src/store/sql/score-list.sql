-- out: unit, revision, point, assessor, points, word, computed, reason
SELECT unit, revision, point, assessor, points, word, computed, reason FROM score ORDER BY unit, revision, point, assessor;
