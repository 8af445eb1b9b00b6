-- Where most resources have few revisions, PostgreSQL takes it for cheap to read all of one and throw away all but the one
-- that is asked for. It is to expect many, so that it goes by both columns of the key; from its next analysis on, which it
-- does by itself.
${look_revisions_up_by_their_numbers};
