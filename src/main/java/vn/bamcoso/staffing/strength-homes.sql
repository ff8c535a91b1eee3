-- How many posts of each title are allotted, held, vacant and over in each province of the 63 on a day, as known now?
select home, count(*)::int as communes,
       count(*) filter (where chiefs + deputies + members > 0)::int as covered,
       count(*) filter (where chiefs + deputies + members > 0 and chiefs + deputies + members >= least)::int as full,
       count(*) filter (where chiefs > 0)::int as headed,
       sum(chief_posts)::int, sum(chiefs)::int, sum(greatest(0, chief_posts - chiefs))::int, sum(greatest(0, chiefs - chief_posts))::int,
       sum(deputy_posts)::int, sum(deputies)::int, sum(greatest(0, deputy_posts - deputies))::int, sum(greatest(0, deputies - deputy_posts))::int,
       sum(member_posts)::int, sum(members)::int, sum(greatest(0, member_posts - members))::int, sum(greatest(0, members - member_posts))::int
from staffing.strength
where year = staffing.year_of(:on) and valid_from <= :on and valid_to > :on
group by home
