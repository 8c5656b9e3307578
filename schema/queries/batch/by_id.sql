-- A batch, and the last one that took it back.
SELECT b.id, b.kind, b.file, b.at, b.actor, b.login, b.encoding, b.delimiter, b.sheet, b.header_row,
       b.whole, b.read, b.added, b.changed, b.same, b.rejected, b.repaired, b.warned, b.skipped,
       b.gone, b.undoes, b.reason, b.dwelling_from, b.dwelling_below, b.household_from,
       b.household_below, b.person_from, b.person_below, b.residence_from, b.residence_below,
       u.id, u.rejected
FROM register_batch AS b
LEFT JOIN register_batch AS u ON u.id = (SELECT max(id) FROM register_batch WHERE undoes = b.id)
WHERE b.id = :id
