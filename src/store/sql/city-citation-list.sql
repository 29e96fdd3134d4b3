-- out: unit, revision, id, evidence, task, point, pages, labels, note
SELECT unit, revision, id, evidence, task, point, pages, labels, note FROM city_citation ORDER BY unit, revision, id;
