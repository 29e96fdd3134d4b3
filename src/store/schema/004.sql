-- Version 4: dossiers, a city's own package with those of its counties beside it. The packages themselves stand in the
-- register, their documents among the received ones; here is only which belong together.
-- package: the one that names the others. about: the city's own package, the same one where the city made it.
CREATE TABLE dossier (
  package TEXT NOT NULL PRIMARY KEY REFERENCES package (id),
  about TEXT NOT NULL,
  city TEXT NOT NULL,
  city_name TEXT NOT NULL,
  round_title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The packages beside it. unit: whom each is from.
CREATE TABLE dossier_bag (
  dossier TEXT NOT NULL REFERENCES dossier (package),
  package TEXT NOT NULL REFERENCES package (id),
  unit TEXT NOT NULL,
  PRIMARY KEY (dossier, package)
) STRICT, WITHOUT ROWID;
