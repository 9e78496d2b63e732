-- Where an imported award stands in the file it came from, and under which number whoever made it keeps it. The number is one of the
-- document's: two files that tell of one award do not make two of it.
alter table award
  add column import          text references import (id),
  add column import_line     integer,
  add column external_policy text,
  add column external_code   text,
  add constraint award_imported check ((origin = 'IMPORTED') = (num_nonnulls(import, import_line, external_policy, external_code) = 4)
    and (origin = 'IMPORTED' or num_nulls(import, import_line, external_policy, external_code) = 4));

create unique index award_external on award (external_policy, external_code) where external_code is not null;
