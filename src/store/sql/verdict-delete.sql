-- in: unit, revision, citation, assessor
DELETE FROM verdict WHERE unit = ?1 AND revision = ?2 AND citation = ?3 AND assessor = ?4;
