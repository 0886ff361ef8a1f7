select audit_refresh();
