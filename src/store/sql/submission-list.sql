-- out: unit, revision, state, package; by unit, newest revision first
SELECT unit, revision, state, package FROM submission ORDER BY unit, revision DESC;
