-- What awards are found by when a project like them is looked for. It records nothing: it can be made anew from titles and summaries.

create table award_text (
  award bigint primary key,
  grams int[]  not null -- pairs of neighbouring characters of the normalised title and summary, one 32-bit number each
);

-- the statistics say which pairs are rare, and by those a search begins: it wants to know ten thousand of them
alter table award_text alter column grams set statistics 1000;

-- every search reads the list of entries that are not yet in their place; a short one still makes an import three times as fast as none
create index award_text_grams on award_text using gin (grams) with (gin_pending_list_limit = 256);
