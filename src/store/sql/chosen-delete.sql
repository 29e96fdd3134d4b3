-- in: occurrence
DELETE FROM chosen WHERE occurrence = ?1;
