-- in: task, key
DELETE FROM draft WHERE task = ?1 AND key = ?2;
