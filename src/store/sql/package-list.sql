-- out: all columns; newest first
SELECT id, sequence, kind, incoming, sender, receiver, round, number, revision, digest, name, size, at, state, replaces, reply FROM package ORDER BY sequence DESC;
