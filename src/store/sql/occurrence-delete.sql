-- in: id
DELETE FROM occurrence WHERE id = ?1;
