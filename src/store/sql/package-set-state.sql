-- in: id, state, reply
UPDATE package SET state = ?2, reply = coalesce (?3, reply) WHERE id = ?1;
