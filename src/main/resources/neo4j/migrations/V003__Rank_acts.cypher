// No act is cited yet
MATCH (law:Law) WHERE law.id > '' SET law.cited = '000000|' + law.key;
