-- in: unit, revision, state, package
INSERT INTO submission (unit, revision, state, package) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (unit, revision) DO UPDATE SET state = excluded.state, package = coalesce (excluded.package, package);
