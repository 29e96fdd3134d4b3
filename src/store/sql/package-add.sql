-- in: id, kind, incoming, sender, receiver, round, number, revision, digest, name, size, at, state, replaces, reply
INSERT INTO package (id, sequence, kind, incoming, sender, receiver, round, number, revision, digest, name, size, at, state, replaces, reply) VALUES (?1, (SELECT coalesce (max (sequence), 0) + 1 FROM package), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);
