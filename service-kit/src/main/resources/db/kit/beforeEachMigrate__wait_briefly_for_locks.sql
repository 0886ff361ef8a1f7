-- While a migration waits for its lock of a table, everybody who comes after it waits behind it: rather let it fail and try again.
set local lock_timeout = '5s';
