-- in: statement, version, package
INSERT OR IGNORE INTO delivery (statement, version, package) VALUES (?1, ?2, ?3);
