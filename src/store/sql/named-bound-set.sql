-- in: unit, metric, growth, value, source
INSERT INTO named_bound (unit, metric, growth, value, source) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (unit, metric, growth) DO UPDATE SET value = excluded.value, source = excluded.source;
