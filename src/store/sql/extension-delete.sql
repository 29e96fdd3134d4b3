-- in: unit, task
DELETE FROM extension WHERE unit = ?1 AND task = ?2;
