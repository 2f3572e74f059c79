"""How the tables of a programme's database came to be. Append-only: a new version adds a function, it never edits
an old one. No id is ever given out again after a deletion: another process may still hold it."""

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("vakborg")


@migrations()
def m001_people(db: Database) -> None:
    db.execute("create table company (id integer primary key autoincrement, name text not null unique)")
    db.execute(
        """create table expert (id integer primary key autoincrement, name text not null, code text not null unique,
           company_id integer not null references company(id), unique (name, company_id))"""
    )
    db.execute(
        """create table consent (id integer primary key autoincrement, expert_id integer not null references expert(id)
           on delete cascade, permission text not null, given integer not null, at text not null,
           wording text not null, asked_by text not null)"""
    )
    db.execute(
        """create table practice_case (id integer primary key autoincrement, company_id integer not null
           references company(id), title text not null, workpiece text not null, material text not null,
           machine text not null, requirements text not null, topics text not null, photos text not null,
           release text not null)"""
    )


@migrations()
def m002_interviews(db: Database) -> None:
    db.execute(
        """create table guide_copy (id integer primary key autoincrement, guide_id text not null, version text not null,
           sha256 text not null unique, toml text not null)"""
    )
    db.execute(
        """create table session (id integer primary key autoincrement,
           code text not null unique, number integer not null,
           expert_id integer not null references expert(id), guide_copy_id integer not null
           references guide_copy(id), started_at text not null, machine text not null,
           language text not null, title text not null, unique (expert_id, number))"""
    )
    db.execute(
        """create table answer (id integer primary key autoincrement, session_id integer not null references session(id)
           on delete cascade, question_id text not null, number integer not null, note text not null,
           flagged integer not null, skipped_because text not null, case_id integer
           references practice_case(id) on delete set null, unique (session_id, question_id),
           unique (session_id, number))"""
    )
    db.execute(
        """create table clip (id integer primary key autoincrement, answer_id integer not null references answer(id)
           on delete cascade, number integer not null, path text not null unique, sha256 text not null,
           size integer not null, seconds real not null, rate integer not null, channels integer not null,
           added_at text not null, started_at text, original_name text not null,
           unique (answer_id, number))"""
    )
    db.execute("create index clip_sha256 on clip (sha256)")
    db.execute(
        """create table marker (id integer primary key autoincrement, clip_id integer not null references clip(id)
           on delete cascade, kind text not null, at real not null, until real, facet text, probe integer,
           note text not null)"""
    )
    db.execute("create index marker_clip on marker (clip_id)")
    db.execute(
        """create table approval (id integer primary key autoincrement, answer_id integer not null references answer(id)
           on delete cascade, expert_id integer not null references expert(id), version text not null,
           at text not null)"""
    )
    db.execute(
        """create table job (id integer primary key autoincrement, clip_id integer not null references clip(id)
           on delete cascade, made_at text not null, state text not null, attempts integer not null,
           reason text not null)"""
    )
    db.execute("create index job_state on job (state, id)")
    db.execute("create index job_clip on job (clip_id)")


@migrations()
def m003_transcripts(db: Database) -> None:
    db.execute(
        """create table transcript (id integer primary key autoincrement,
           answer_id integer not null references answer(id)
           on delete cascade, source text not null, made_at text not null, clip_id integer
           references clip(id) on delete cascade, model text not null, options text not null,
           language text not null, original_name text not null, path text not null, sha256 text not null,
           state text not null, done_until real not null)"""
    )
    db.execute("create index transcript_answer on transcript (answer_id, clip_id, state)")
    db.execute(
        """create table segment (id integer primary key autoincrement, transcript_id integer not null
           references transcript(id) on delete cascade, position integer not null, start real not null,
           "end" real not null, machine_text text not null, text text not null, words text not null,
           role text not null, speaker text not null, doubt text not null, release text not null,
           unique (transcript_id, position))"""
    )
    db.execute(
        """create trigger machine_text_is_kept before update of machine_text on segment
           when old.machine_text is not new.machine_text
           begin select raise(abort, 'the machine text of a segment never changes'); end"""
    )
    db.execute(
        """create table revision (id integer primary key autoincrement,
           segment_id integer not null references segment(id)
           on delete cascade, before text not null, after text not null, "by" text not null,
           at text not null, why text not null)"""
    )
    db.execute("create index revision_segment on revision (segment_id)")
    db.execute(
        """create table tag (id integer primary key autoincrement, segment_id integer not null references segment(id)
           on delete cascade, topic text not null, origin text not null, facet text, score real not null,
           because text not null, accepted integer, unique (segment_id, topic))"""
    )
    db.execute(
        """create table process_value (id integer primary key autoincrement, segment_id integer not null
           references segment(id) on delete cascade, quantity text not null, number text not null,
           unit text not null, machine text not null, material text not null, height text not null,
           electrode text not null, cut text not null, deviate_when text not null)"""
    )
    db.execute("create index process_value_segment on process_value (segment_id)")


@migrations()
def m004_search(db: Database) -> None:
    db.execute(
        """create virtual table segment_search using fts5(text, content='segment', content_rowid='id',
           tokenize='unicode61 remove_diacritics 2', prefix='2 3')"""
    )
    db.execute(
        """create trigger segment_added after insert on segment begin
           insert into segment_search(rowid, text) values (new.id, new.text); end"""
    )
    db.execute(
        """create trigger segment_removed after delete on segment begin
           insert into segment_search(segment_search, rowid, text) values ('delete', old.id, old.text);
           end"""
    )
    db.execute(
        """create trigger segment_changed after update of text on segment begin
           insert into segment_search(segment_search, rowid, text) values ('delete', old.id, old.text);
           insert into segment_search(rowid, text) values (new.id, new.text); end"""
    )


@migrations()
def m005_conversations(db: Database) -> None:
    db.execute("alter table session add column modules text not null default '[]'")
    db.execute("alter table session add column place text not null default ''")
    db.execute("alter table session add column ended_at text")
    db.execute("drop table marker")  # no version before this one ever wrote to it
    db.execute(
        """create table marker (id integer primary key autoincrement, answer_id integer not null
           references answer(id) on delete cascade, kind text not null, clip_id integer
           references clip(id) on delete cascade, at real not null, facet text, probe integer,
           note text not null)"""
    )
    db.execute("create index marker_answer on marker (answer_id)")
    db.execute(
        """create table attachment (id integer primary key autoincrement, answer_id integer not null
           references answer(id) on delete cascade, path text not null unique, sha256 text not null,
           size integer not null, original_name text not null, added_at text not null,
           clip_id integer references clip(id) on delete set null, at real, caption text not null)"""
    )
    db.execute("create index attachment_answer on attachment (answer_id)")
    db.execute(
        """create table stretch (id integer primary key autoincrement, session_id integer not null
           references session(id) on delete cascade, who text not null, began_at text not null,
           until text not null)"""
    )
    db.execute("create index stretch_session on stretch (session_id)")
    db.execute(
        """create table handled_follow_up (id integer primary key autoincrement, answer_id integer not null
           references answer(id) on delete cascade, rule text not null, quote text not null,
           asked integer not null, at text not null)"""
    )
    db.execute("create index handled_follow_up_answer on handled_follow_up (answer_id)")


@migrations()
def m006_review(db: Database) -> None:
    for column in (
        "timing text not null default '[]'",
        "timed text not null default 'machine'",
        "made_of text not null default '[]'",
        "checked integer not null default 0",
        "no_topic integer not null default 0",
        "facet text",
        "facet_settled integer not null default 0",
    ):
        db.execute(f"alter table segment add column {column}")
    db.execute("create index segment_estimated on segment (id) where timed = 'estimated'")
    for column in (
        "quote text not null default ''",
        "\"by\" text not null default ''",
        "dismissed integer not null default 0",
    ):
        db.execute(f"alter table process_value add column {column}")
    db.execute(
        """create table edit (id integer primary key autoincrement, session_id integer not null
           references session(id) on delete cascade, "by" text not null, at text not null, why text not null,
           what text not null, batch text not null, state text not null)"""
    )
    db.execute("create index edit_session on edit (session_id, id)")
    db.execute("create index edit_batch on edit (batch)")
    db.execute(
        """create table delta (id integer primary key autoincrement, edit_id integer not null
           references edit(id) on delete cascade, segment_id integer not null references segment(id)
           on delete cascade, kind text not null, row_id integer not null, before text not null,
           after text not null)"""
    )
    db.execute("create index delta_edit on delta (edit_id)")
    db.execute("create index delta_segment on delta (segment_id)")
    db.execute(
        """create table conflict (id integer primary key autoincrement, segment_id integer not null
           references segment(id) on delete cascade, mine text not null, heard text not null,
           settled integer not null)"""
    )
    db.execute("create index conflict_segment on conflict (segment_id)")
    db.execute(
        """create table vocabulary_term (id integer primary key autoincrement, term text not null unique,
           "by" text not null, at text not null, segment_id integer references segment(id) on delete cascade)"""
    )
    db.execute("create index vocabulary_term_segment on vocabulary_term (segment_id)")
    db.execute(
        """create table mishearing (id integer primary key autoincrement, term_id integer not null
           references vocabulary_term(id) on delete cascade, heard text not null,
           segment_id integer references segment(id) on delete cascade, unique (term_id, heard))"""
    )
    db.execute("create index mishearing_segment on mishearing (segment_id)")
    db.execute(
        """create table refusal (id integer primary key autoincrement, segment_id integer not null
           references segment(id) on delete cascade, heard text not null, instead text not null,
           unique (segment_id, heard, instead))"""
    )
    db.execute(
        """create table pseudonym (id integer primary key autoincrement, name text not null unique,
           replacement text not null, "by" text not null, at text not null)"""
    )


@migrations()
def m007_drafts(db: Database) -> None:
    db.execute("alter table attachment add column release text not null default 'internal'")
    db.execute(
        """create table export (id integer primary key autoincrement, made_at text not null, path text not null,
           sha256 text not null, format text not null, audience text not null, template text not null)"""
    )
    db.execute(
        """create table exported_module (id integer primary key autoincrement, export_id integer not null
           references export(id) on delete cascade, guide_id text not null, module_id text not null,
           version integer not null, entries text not null)"""
    )
    db.execute("create index exported_module_module on exported_module (guide_id, module_id, id)")
    db.execute("create index exported_module_export on exported_module (export_id)")
    db.execute(
        """create table kept_apart (id integer primary key autoincrement, segment_id integer not null unique
           references segment(id) on delete cascade, "by" text not null, at text not null)"""
    )


@migrations()
def m008_captions_of_cases(db: Database) -> None:
    db.execute("alter table practice_case add column captions text not null default '[]'")


@migrations()
def m009_agreement(db: Database) -> None:
    for table, column in (
        ("approval", "wish text not null default 'right'"),
        ("approval", "noted_by text not null default ''"),
        ("approval", "struck text not null default '[]'"),
        ("clip", "erased integer not null default 0"),
        ("answer", "withdrawn integer not null default 0"),
        ("exported_module", "sessions text not null default '[]'"),
    ):
        db.execute(f"alter table {table} add column {column}")
    db.execute(
        """create table review_sheet (id integer primary key autoincrement, session_id integer not null references
           session(id) on delete cascade, mark text not null unique, sent_at text not null, "by" text not null,
           path text not null, answers text not null, back text not null, back_at text, modified text,
           taken_in text not null, ours text not null, edit_id integer not null, earlier text not null)"""
    )
    db.execute("create index review_sheet_session on review_sheet (session_id)")
    db.execute(
        """create table remark (id integer primary key autoincrement, session_id integer not null
           references session(id) on delete cascade, text text not null, "by" text not null, at text not null,
           kind text not null, answer_id integer references answer(id) on delete set null, quote text not null,
           segment_id integer references segment(id) on delete set null, settled integer not null)"""
    )
    for index in ("remark session_id", "remark segment_id", "remark answer_id", "approval answer_id"):
        table, column = index.split()
        db.execute(f"create index {table}_{column} on {table} ({column})")
    db.execute(
        """create table withdrawal (id integer primary key autoincrement, expert_id integer not null references
           expert(id) on delete cascade, permission text not null, because text not null, at text, "by" text)"""
    )
    who = '"by" text not null, at text not null'
    db.execute(f"create table retention (id integer primary key autoincrement, until text, {who})")


KNOWN_MIGRATIONS = frozenset(name for name in globals() if name[:1] == "m" and name[1:4].isdigit())
