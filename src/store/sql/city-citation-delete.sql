-- in: unit, revision, id
DELETE FROM city_citation WHERE unit = ?1 AND revision = ?2 AND id = ?3;
