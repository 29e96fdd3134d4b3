-- in: unit, metric, growth
DELETE FROM named_bound WHERE unit = ?1 AND metric = ?2 AND growth = ?3;
