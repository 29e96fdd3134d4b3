-- Version 3: what each table held after its last change, as one digest. integrity_check does not see a changed byte
-- inside a value; this does. part: the one evidence or package the rows belong to, where a table is large; else empty.
CREATE TABLE seal (
  name TEXT NOT NULL,
  part TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (name, part)
) STRICT, WITHOUT ROWID;
