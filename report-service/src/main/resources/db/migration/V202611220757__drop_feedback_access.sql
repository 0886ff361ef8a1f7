-- Readings of a sender's data are noted in the audit trail.
drop table feedback_access;
