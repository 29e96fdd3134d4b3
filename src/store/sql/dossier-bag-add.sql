-- in: dossier, package, unit
INSERT INTO dossier_bag (dossier, package, unit) VALUES (?1, ?2, ?3);
