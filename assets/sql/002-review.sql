-- What people say about posts: events that are only ever added, the texts they were made on, where
-- annotations stand now, the packets that went out and came in, and who works here.

ALTER TABLE library ADD COLUMN events INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE library ADD COLUMN event_digest VARCHAR(64)
  DEFAULT '0000000000000000000000000000000000000000000000000000000000000000' NOT NULL;

CREATE TABLE review_event (
  post UUID NOT NULL REFERENCES post (id),
  sha256 VARCHAR(64) NOT NULL,
  event BYTEA NOT NULL,
  seal VARCHAR(64) NOT NULL,
  PRIMARY KEY (post, sha256)
);

CREATE TABLE review_text (
  post UUID NOT NULL REFERENCES post (id),
  sha256 VARCHAR(64) NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (post, sha256)
);

CREATE TABLE review_place (
  post UUID PRIMARY KEY REFERENCES post (id),
  places BYTEA NOT NULL,
  seal VARCHAR(64) NOT NULL
);

CREATE TABLE review_round (
  post UUID NOT NULL REFERENCES post (id),
  sha256 VARCHAR(64) NOT NULL,
  number INTEGER NOT NULL,
  round BYTEA NOT NULL,
  seal VARCHAR(64) NOT NULL,
  PRIMARY KEY (post, sha256)
);

CREATE TABLE identity (
  id INTEGER PRIMARY KEY,
  name VARCHAR(1000) NOT NULL,
  initials VARCHAR(20) NOT NULL,
  colour VARCHAR(7) NOT NULL
);
