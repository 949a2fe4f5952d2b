PRAGMA application_id = 1096439118;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE answer (
    id INTEGER PRIMARY KEY,
    round INTEGER NOT NULL REFERENCES round (id) ON DELETE CASCADE,
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    item TEXT NOT NULL,
    seed INTEGER NOT NULL,
    chosen INTEGER,
    correct INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    hints INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day INTEGER NOT NULL,
    rating INTEGER,
    undone INTEGER
) STRICT
;
INSERT INTO "answer" VALUES(1,1,1,0,'t/f0',1395268670,3,1,2000,0,1790000000000,739880,3,NULL);
INSERT INTO "answer" VALUES(2,1,1,1,'t/f1',1031556389,0,0,2000,0,1790000001000,739880,1,NULL);
INSERT INTO "answer" VALUES(3,1,1,2,'t/f2',716362589,2,1,2000,0,1790000002000,739880,3,NULL);
INSERT INTO "answer" VALUES(4,2,1,0,'t/f0',1395268670,0,0,2000,0,1790086400000,739881,1,NULL);
INSERT INTO "answer" VALUES(5,2,1,1,'t/f1',1031556389,3,1,2000,0,1790086401000,739881,3,NULL);
INSERT INTO "answer" VALUES(6,3,2,0,'t/f0',1395268670,3,1,2000,0,1790000000000,739880,3,NULL);
INSERT INTO "answer" VALUES(7,3,2,1,'t/f1',1031556389,0,0,2000,0,1790000000000,739880,1,NULL);
INSERT INTO "answer" VALUES(8,4,2,0,'t/f0',1395268670,0,0,2000,0,1790172800000,739882,1,1790172800001);
CREATE TABLE day (
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    PRIMARY KEY (player, day)
) STRICT, WITHOUT ROWID
;
INSERT INTO "day" VALUES(1,739880,3,2,6000);
INSERT INTO "day" VALUES(1,739881,2,1,4000);
INSERT INTO "day" VALUES(2,739880,2,1,4000);
CREATE TABLE flag (
    id INTEGER PRIMARY KEY,
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    seed INTEGER NOT NULL,
    level TEXT NOT NULL,
    lang TEXT NOT NULL,
    digest TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    closed INTEGER
) STRICT
;
INSERT INTO "flag" VALUES(1,1,'t/f0',3,'easy','ar','d','unclear','which year?',1790000000000,NULL);
INSERT INTO "flag" VALUES(2,1,'t/f1',3,'easy','ar','d','unclear','أيّ سنة؟',1790000000000,1790000000001);
CREATE TABLE player (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL
) STRICT
;
INSERT INTO "player" VALUES(1,'Leyla','leyla',1790000000000);
INSERT INTO "player" VALUES(2,'عمر','عمر',1790000000000);
CREATE TABLE progress (
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    item TEXT NOT NULL,
    asked INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    ms INTEGER NOT NULL,
    last INTEGER,
    last_correct INTEGER NOT NULL,
    missed_at INTEGER,
    missed_seed INTEGER,
    missed_level TEXT,
    missed_lang TEXT,
    missed_chosen INTEGER,
    known_at INTEGER,
    state INTEGER,
    step INTEGER,
    stability REAL,
    difficulty REAL,
    due INTEGER,
    reviewed INTEGER,
    PRIMARY KEY (player, item)
) STRICT, WITHOUT ROWID
;
INSERT INTO "progress" VALUES(1,'t/f0',2,1,4000,1790086400000,0,1790086400000,1395268670,'easy','en',0,NULL,1,0,5.71299179345028163012e-01,7.39450274127971773907e+00,1790086460000,1790086400000);
INSERT INTO "progress" VALUES(1,'t/f1',2,1,4000,1790086401000,1,1790000001000,1031556389,'easy','en',0,1790259200000,1,1,1.88678761952041540439e+00,6.40211506929683782374e+00,1790087001000,1790086401000);
INSERT INTO "progress" VALUES(1,'t/f2',1,1,2000,1790000002000,1,NULL,NULL,NULL,NULL,NULL,NULL,1,1,2.3065,2.11810397045901588342e+00,1790000602000,1790000002000);
INSERT INTO "progress" VALUES(2,'t/f0',1,1,2000,1790000000000,1,NULL,NULL,NULL,NULL,NULL,NULL,1,1,2.3065,2.11810397045901588342e+00,1790000600000,1790000000000);
INSERT INTO "progress" VALUES(2,'t/f1',1,0,2000,1790000000000,0,1790000000000,1031556389,'hard','en',0,NULL,1,0,0.212,6.4133,1790000060000,1790000000000);
CREATE TABLE pseudonym (
    player INTEGER PRIMARY KEY REFERENCES player (id) ON DELETE CASCADE,
    word TEXT NOT NULL UNIQUE
) STRICT
;
CREATE TABLE round (
    id INTEGER PRIMARY KEY,
    player INTEGER NOT NULL REFERENCES player (id) ON DELETE CASCADE,
    mode TEXT NOT NULL,
    level TEXT NOT NULL,
    lang TEXT NOT NULL,
    topics TEXT NOT NULL,
    seed INTEGER NOT NULL,
    digest TEXT NOT NULL,
    origin TEXT NOT NULL,
    day INTEGER,
    count INTEGER NOT NULL,
    started INTEGER NOT NULL,
    touched INTEGER NOT NULL,
    ended INTEGER,
    score INTEGER,
    correct INTEGER NOT NULL DEFAULT 0,
    answered INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    state TEXT,
    CHECK ((ended IS NULL) = (state IS NOT NULL))
) STRICT
;
INSERT INTO "round" VALUES(1,1,'practice','easy','en','["dates"]',7,'d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1','new',NULL,3,1790000000000,1790000009000,1790000009000,200,2,3,7,NULL);
INSERT INTO "round" VALUES(2,1,'timed','easy','en','["dates"]',7,'d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1','new',NULL,2,1790086400000,1790086401000,NULL,NULL,1,2,4,'{"format":1,"plan":{"mode":"timed","level":"easy","lang":"en","topics":["dates"],"seed":7,"digest":"d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1","questions":[{"item":"t/f0","seed":1395268670},{"item":"t/f1","seed":1031556389}],"limit":30.0,"day":null,"origin":"new"},"answers":[{"place":0,"item":"t/f0","seed":1395268670,"chosen":0,"right":false,"seconds":2.0,"hints":0,"at":1790086400000},{"place":1,"item":"t/f1","seed":1031556389,"chosen":3,"right":true,"seconds":2.0,"hints":0,"at":1790086401000}],"skipped":[false,false],"hidden":[[],[]],"spent":[2.0,2.0],"place":2,"undone":[],"ended":null}');
INSERT INTO "round" VALUES(3,2,'exam','hard','en','["dates"]',7,'d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1','new',NULL,2,1790000000000,1790000005000,1790000005000,200,1,2,2,NULL);
INSERT INTO "round" VALUES(4,2,'practice','easy','en','["dates"]',7,'d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1','new',NULL,1,1790172800000,1790172800001,NULL,NULL,0,0,3,'{"format":1,"plan":{"mode":"practice","level":"easy","lang":"en","topics":["dates"],"seed":7,"digest":"d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1","questions":[{"item":"t/f0","seed":1395268670}],"limit":null,"day":null,"origin":"new"},"answers":[null],"skipped":[false],"hidden":[[]],"spent":[2.0],"place":0,"undone":[{"place":0,"item":"t/f0","seed":1395268670,"chosen":0,"right":false,"seconds":2.0,"hints":0,"at":1790172800000}],"ended":null}');
CREATE INDEX round_open ON round (player, touched) WHERE ended IS NULL;
CREATE INDEX round_ended ON round (player, ended) WHERE score IS NOT NULL;
CREATE INDEX round_best ON round (player, mode, level, count, score) WHERE score IS NOT NULL
;
CREATE INDEX round_daily ON round (player, day) WHERE day IS NOT NULL;
CREATE UNIQUE INDEX answer_live ON answer (round, place) WHERE undone IS NULL;
CREATE INDEX answer_item ON answer (player, item);
CREATE INDEX answer_round ON answer (round) WHERE undone IS NOT NULL;
CREATE INDEX progress_due ON progress (player, due) WHERE due IS NOT NULL;
CREATE INDEX progress_missed ON progress (player, missed_at) WHERE missed_at IS NOT NULL
;
CREATE INDEX flag_player ON flag (player, closed);
COMMIT;
