select audit_exempt('unit', 'a replica of the units that indicator-service keeps and audits');
