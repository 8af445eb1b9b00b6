-- PostgreSQL moves values of more than 2 KB to a table of their own, in pieces; bodies that a row can hold shall stay in it.
${keep_small_bodies_in_their_rows};
