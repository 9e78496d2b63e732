-- Answers with their evidence are longer than a page takes. What does not stay in its row was compressed before it was moved out of it,
-- which costs almost half of the decisions a second; disk is cheaper than that.
alter table decision alter column answer set storage external;
