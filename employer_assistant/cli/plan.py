"""``plan``: the road of one route with dates, papers, desks and costs."""

from __future__ import annotations

from employer_assistant.cases.model import Case
from employer_assistant.cases.titles import shown_title
from employer_assistant.cli import compare
from employer_assistant.cli.arguments import Commands, Options, add_case, add_wish, day, today, wish_of
from employer_assistant.cli.case_source import read_case
from employer_assistant.cli.output import Exit, say, say_json
from employer_assistant.cli.parts import compared, judged, library, planned
from employer_assistant.cli.plan_json import described
from employer_assistant.cli.plan_text import report


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("plan", run, json=True)
    add_case(command, commands)
    add_wish(command, commands)
    command.add_argument("--start-by", type=day, metavar="DATE", help=commands.say("start_by"))
    command.add_argument("--compare", action="store_true", help=commands.say("compare"))


def run(options: Options) -> Exit:
    """Work out the plan and print it."""
    case = read_case(options.case)
    if options.compare:
        return _compare(case, options)
    assessment = judged(case, today(options))
    found = planned(assessment, case, wish_of(options))
    if options.json:
        say_json(described(found, options.speak))
    else:
        title = shown_title(case, library(), options.speak)
        for line in report(title, found, assessment.situation, options.speak):
            say(line)
    return Exit.DONE


def _compare(case: Case, options: Options) -> Exit:
    """Print both procedures; the one that was asked for with ``--procedure`` does not matter here."""
    found = compared(judged(case, today(options)), case, wish_of(options))
    if options.json:
        say_json(compare.compared(found, options.speak))
    else:
        for line in compare.report(found, options.speak):
            say(line)
    return Exit.DONE
