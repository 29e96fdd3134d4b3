-- in: unit, revision, point
DELETE FROM second_look WHERE unit = ?1 AND revision = ?2 AND point = ?3;
