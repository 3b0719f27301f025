-- The results store of one run; docs/results.md explains every column.
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    engine TEXT NOT NULL,
    engine_sha256 TEXT NOT NULL,
    rubric TEXT NOT NULL,
    rubric_version TEXT NOT NULL,
    rubric_sha256 TEXT NOT NULL,
    full_points REAL NOT NULL,
    complete INTEGER NOT NULL,
    files INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    errors INTEGER NOT NULL
);
CREATE TABLE reports (
    report INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    title TEXT,
    issuer TEXT,
    issuer_kind TEXT,
    province TEXT,
    city TEXT,
    county TEXT,
    town TEXT,
    year INTEGER,
    signed TEXT,
    published TEXT,
    points REAL NOT NULL,
    judged REAL NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    band TEXT
);
CREATE TABLE criteria (
    report INTEGER NOT NULL,
    criterion TEXT NOT NULL,
    part TEXT NOT NULL,
    title TEXT NOT NULL,
    outcome TEXT NOT NULL,
    points REAL,
    full REAL NOT NULL,
    gain REAL NOT NULL,
    reason TEXT,
    missing TEXT,
    line INTEGER,
    quote TEXT,
    PRIMARY KEY (report, criterion)
) WITHOUT ROWID;
CREATE TABLE findings (
    report INTEGER NOT NULL,
    number INTEGER NOT NULL,
    rule TEXT NOT NULL,
    kind TEXT NOT NULL,
    family TEXT NOT NULL,
    strength TEXT NOT NULL,
    message TEXT NOT NULL,
    computed TEXT,
    deducted REAL NOT NULL,
    line INTEGER,
    quote TEXT,
    PRIMARY KEY (report, number)
) WITHOUT ROWID;
CREATE TABLE unscored (
    place INTEGER NOT NULL,
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    state TEXT NOT NULL,
    document_type TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (place, number)
) WITHOUT ROWID;
CREATE TABLE inputs (
    place INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    sha256 TEXT,
    result_key TEXT
);
CREATE TABLE outputs (
    file TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    made_of TEXT
) WITHOUT ROWID;
-- What runs before this one wrote, until a complete run has written it again or taken it away.
CREATE TABLE earlier (
    file TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    made_of TEXT
) WITHOUT ROWID;
CREATE TABLE kept (
    result_key TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (result_key, number)
);
