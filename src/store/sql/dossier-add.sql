-- in: package, about, city, city_name, round_title
INSERT INTO dossier (package, about, city, city_name, round_title) VALUES (?1, ?2, ?3, ?4, ?5);
