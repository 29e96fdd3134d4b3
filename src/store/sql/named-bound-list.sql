-- out: unit (empty: published), metric, growth, value, source
SELECT unit, metric, growth, value, source FROM named_bound ORDER BY unit, metric, growth;
