-- in: occurrence
DELETE FROM occurrence_tick WHERE occurrence = ?1;
