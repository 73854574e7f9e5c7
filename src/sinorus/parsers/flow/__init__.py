"""Trade flows: each figure of a sentence is asked what it is, of which flow, between whom, of what, when, how certain.

`reader` takes a sentence that tells of flows (`telling`; `set_apart`: what it only tells beside them; `of_others`: of whom the text does
not speak) chunk by chunk (`step`; `state`: what is known in between; `ending`: with what a chunk ends). Which flow a chunk speaks of:
`heads` finds the word that names one, `frames` opens it, `resumed` goes on with the one told before, `members` varies it over a list
(`listed`: whom it names; `told_of_whom`: by its verb; `varied_ends`: which end changes), `joins`, `parts` and `told_more` take what only
adds to it, `catching_up` what was told before it. Of that flow, `ends`, `ends_carried` and `ends_completed` tell between whom
(`of_whose`: of two owners; `buyers`: who else bought; `paid_by`: from whom the money comes; `partner`: who that is by the context;
`sharers`, `part_behind`: whose a whole is not; `viewpoint`: from whose side a text tells; `there`: where that is; `usual` turns what goes
against the trade of a good), `goods` of what, `share` and `share_carried` of what it is a part (`alone`: of the world's trade).
`figure_use` tells what each figure is (`figure_level` of goods and money, `figure_earlier`: of those compared with, `figure_percent` of
rates, `percent_part`: of those that are parts; `near`: by what stands beside it), `units` in what it is counted (`bare`: a number without
a unit), `figures` and `applying` put it into a claim (`full`: or into the next one; `slots`: where; `meant_level`: of which level a
change is; `same_figure`: no figure twice), `dealing` deals it out over a list (`listed_goods`: of goods named before; `series`: in the
order of the flows before), `earlier` takes those it is compared with, `denied` what did not happen, `promised` what was only agreed upon.
`anchoring` (`summed`: over how long a sum runs) tells which period an expression of time means (`pointed_time`: one that looks back,
`plan_told`: one at which a plan was made), `timing` which of them a figure has (`month_compared`: the last month of a stretch;
`summed_time`: all of a longer time), `source` who reported the claim, `sure` how sure it is. `notes` keeps what chunks without figures
say (`noted_time`: when), `hearing` (`heard_flow`, `heard_goods`, `heard_period`) and `memory` (`memory_time`) what the next sentences
need.
"""

from sinorus.parsers.flow.reader import flows

__all__ = ["flows"]
