-- In the transaction of each migration: what other replicas write the moment after already meets triggers that know its columns.
do $$
begin
    if to_regproc('audit_refresh') is not null then
        perform audit_refresh();
    end if;
end
$$;
