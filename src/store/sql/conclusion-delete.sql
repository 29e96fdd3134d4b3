-- in: id
DELETE FROM conclusion WHERE id = ?1;
