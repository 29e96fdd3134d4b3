-- in: revision, task, key
DELETE FROM entry WHERE revision = ?1 AND task = ?2 AND key = ?3;
