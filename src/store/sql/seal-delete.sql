-- in: name, part
DELETE FROM seal WHERE name = ?1 AND part = ?2;
