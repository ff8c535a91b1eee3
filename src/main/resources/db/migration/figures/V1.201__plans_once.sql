-- A report of fifty cells is recorded by the same few statements each time, over a table of many partitions: planning them anew
-- costs more than running them, and the numbers in them never ask for another plan.
alter function figures.record set plan_cache_mode = force_generic_plan;
