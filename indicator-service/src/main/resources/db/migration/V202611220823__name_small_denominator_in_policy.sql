-- Shares of fewer things than this are judged with a tolerance of one thing.
update grading_policy set settings = settings || '{"smallDenominator": 10}';
