-- To find out that a small body cannot be compressed takes PostgreSQL's own method as long as to store it.
${compress_small_bodies_quickly};
