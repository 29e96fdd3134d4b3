-- in: from revision, to revision
INSERT INTO entry (revision, task, key, text) SELECT ?2, task, key, text FROM entry WHERE revision = ?1;
