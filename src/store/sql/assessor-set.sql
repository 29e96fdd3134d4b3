-- in: id, name, unit
INSERT INTO assessor (id, name, unit) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET unit = excluded.unit;
