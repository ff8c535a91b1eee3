-- The register of officers and the posting plans, which name them, open to grants that open records of persons; an officer sees the own record.
call access.protect_persons('staffing.officer', 'user_id = (select access.user_id())');
call access.protect_persons('staffing.plan');
call access.protect_persons('staffing.plan_line');
call access.protect_persons('staffing.plan_word');
