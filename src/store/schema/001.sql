-- Version 1. Released steps never change; a later one is a new file.
-- What an office is and which plan it works under.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Catalogue, standard, assessment as they came, byte for byte.
CREATE TABLE plan_document (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('catalogue', 'standard', 'assessment')),
  digest TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  name TEXT NOT NULL PRIMARY KEY,
  roles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Revisions of submissions: a county's own; at the city those received.
CREATE TABLE submission (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL,
  package TEXT,
  PRIMARY KEY (unit, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE transition (
  id INTEGER NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL,
  person TEXT,
  at INTEGER NOT NULL,
  reason TEXT
) STRICT;

CREATE TABLE return_reason (
  unit TEXT NOT NULL,
  revision INTEGER NOT NULL,
  task INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (unit, revision, task)
) STRICT, WITHOUT ROWID;

-- The form of one revision, as typed. Text that can't be read as a value stays here and counts nowhere.
-- Task 0 holds threshold values (threshold.ITEM, threshold.ITEM.source) and declarations (none.ITEM, answer.ID).
CREATE TABLE entry (
  revision INTEGER NOT NULL,
  task INTEGER NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (revision, task, key)
) STRICT, WITHOUT ROWID;

-- Typing that no change has closed yet; found at start it becomes one.
CREATE TABLE draft (
  task INTEGER NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  person TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (task, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  digest TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  number TEXT,
  original_name TEXT NOT NULL,
  pages INTEGER NOT NULL,
  size INTEGER NOT NULL,
  added_at INTEGER NOT NULL,
  flags INTEGER NOT NULL,
  attachments INTEGER NOT NULL,
  personal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Folded text of each page, for search; no row where a page has none.
CREATE TABLE page_text (
  digest TEXT NOT NULL,
  page INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (digest, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  task INTEGER NOT NULL,
  point TEXT,
  occurrence TEXT,
  record TEXT,
  pages TEXT,
  labels TEXT,
  note TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_by_revision ON citation (revision, task);

CREATE TABLE occurrence (
  id TEXT NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT,
  date TEXT,
  count INTEGER NOT NULL,
  deaths INTEGER,
  state TEXT NOT NULL,
  factors TEXT,
  merged_into TEXT,
  also TEXT,
  declared_by TEXT NOT NULL,
  answer TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE occurrence_tick (
  occurrence TEXT NOT NULL REFERENCES occurrence (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  item TEXT NOT NULL,
  severity TEXT,
  cases INTEGER,
  PRIMARY KEY (occurrence, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  id TEXT NOT NULL PRIMARY KEY,
  unit TEXT NOT NULL,
  clause TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT,
  count INTEGER NOT NULL,
  level TEXT,
  matter TEXT,
  factors TEXT,
  state TEXT NOT NULL,
  selected INTEGER NOT NULL,
  settled TEXT,
  settled_reason TEXT
) STRICT, WITHOUT ROWID;

-- Documents of received packages, each kept as it came.
CREATE TABLE received_document (
  package TEXT NOT NULL,
  stem TEXT NOT NULL,
  digest TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (package, stem)
) STRICT, WITHOUT ROWID;

-- The register of packages in and out. The bags themselves lie in packages/.
CREATE TABLE package (
  id TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  incoming INTEGER NOT NULL,
  sender TEXT NOT NULL,
  receiver TEXT NOT NULL,
  round TEXT NOT NULL,
  number INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  replaces TEXT,
  reply TEXT
) STRICT, WITHOUT ROWID;

-- Undoable changes of the current revision: SQLite changesets over the tables of records.
CREATE TABLE undo_step (
  id INTEGER NOT NULL PRIMARY KEY,
  label TEXT NOT NULL,
  task INTEGER NOT NULL,
  key TEXT,
  changeset BLOB NOT NULL,
  undone INTEGER NOT NULL
) STRICT;

-- Who did what when: append-only, each row bound to the one before by its hash.
CREATE TABLE journal (
  number INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  task INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  reason TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal BEGIN SELECT RAISE (ABORT, 'journal is append-only'); END;
CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal BEGIN SELECT RAISE (ABORT, 'journal is append-only'); END;
