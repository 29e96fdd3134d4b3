-- in: unit; out: revision, state, person, at, reason; oldest first
SELECT revision, state, person, at, reason FROM transition WHERE unit = ?1 ORDER BY id;
