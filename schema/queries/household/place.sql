-- What recording a visit asks about a household: where it lies.
SELECT id, coalesce(area, community) FROM household WHERE community = :community AND no = :no
