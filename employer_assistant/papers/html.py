"""The accessible twin of a paper: the same parts as HTML, with headings, lists, table heads and languages marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from employer_assistant.content.phrases import phrase
from employer_assistant.papers import parts as p
from employer_assistant.papers.footer import footer_words
from employer_assistant.papers.form import form_in
from employer_assistant.papers.input import PaperInput
from employer_assistant.papers.letterhead import PaperOptions
from employer_assistant.papers.paper import paper
from employer_assistant.papers.sheet import Sheet
from employer_assistant.papers.texts import clean
from employer_assistant.papers.untorn import untorn

STYLE = """body{font:1.05rem/1.5 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#000;background:#fff}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{border:1px solid #888;padding:.3rem .5rem;
text-align:left;vertical-align:top}th{background:#eee;font-weight:600}.small{color:#444}.tick{list-style:none}.sample{font-weight:bold}
td p,th p,td ul,li p{margin:0}"""
TICKED, EMPTY = "\N{BALLOT BOX WITH CHECK}", "\N{BALLOT BOX}"


def render_html(form_id: str, inputs: PaperInput, language: str, options: PaperOptions | None = None) -> str:
    """Return the paper as one HTML page that loads nothing. Raises FormError for an unknown form or language."""
    sheet = Sheet(form_in(form_id, language, inputs.library), inputs, language, options or PaperOptions())
    title = " – ".join(part for part in (sheet.words(sheet.form.title), sheet.case_title) if part)
    words = footer_words(sheet)
    head = sheet.options.letterhead
    sender = f"<address>{'<br>'.join(_safe(line) for line in head.sender)}</address>" if head and head.sender else ""
    sample = f'<p class="sample"{_own(sheet)}>{_safe(sheet.say("watermark"))}</p>' if inputs.case.sample else ""
    name = phrase("app.name", sheet.spoken)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f'<meta name="generator" content="{_safe(name)} {_safe(inputs.app_version)}">\n'
        f"<title{_own(sheet)}>{_safe(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<header>{sender}{sample}</header>\n"
        f"<main>\n{_blocks(sheet, _titled(paper(sheet)))}\n</main>\n"
        f"<footer>{''.join(f'<p>{_safe(line)}</p>' for line in (words.left, words.below) if line)}</footer>\n"
        "</body>\n</html>\n"
    )


def _titled(parts: list[p.Part]) -> list[p.Part]:
    """Make the first heading the title where a paper, as a letter, has none: a reader by voice looks for it."""
    if any(isinstance(part, p.Line) and part.style == "title" for part in parts):
        return parts
    first = next((place for place, part in enumerate(parts) if isinstance(part, p.Heading)), len(parts))
    return [
        p.Line(part.words, "title") if n == first and isinstance(part, p.Heading) else part
        for n, part in enumerate(parts)
    ]


def _own(sheet: Sheet) -> str:
    """Return the language mark of the app's own words where the paper is in a language the app does not speak."""
    return "" if sheet.spoken == sheet.language else f' lang="{sheet.spoken}"'


def _safe(words: str) -> str:
    return escape(untorn(clean(words))).replace("\n", "<br>")


def _blocks(sheet: Sheet, parts: Iterable[p.Part]) -> str:
    """Write the parts in order; entries with tick boxes that follow each other become one list."""
    written: list[str] = []
    entries: list[str] = []
    for part in parts:
        if isinstance(part, p.Item):
            entries.append(_entry(sheet, part))
            continue
        written += _list(entries)
        entries = []
        written.append(_block(sheet, part))
    return "\n".join([*written, *_list(entries)])


def _list(entries: Sequence[str]) -> list[str]:
    return [f'<ul class="ticks">{"".join(entries)}</ul>'] if entries else []


def _box(sheet: Sheet, ticked: bool) -> str:
    said = sheet.say("html.ticked" if ticked else "html.unticked")
    return f'<span role="img"{_own(sheet)} aria-label="{_safe(said)}">{TICKED if ticked else EMPTY}</span>'


def _entry(sheet: Sheet, part: p.Item) -> str:
    lang = f' lang="{escape(part.aside_lang)}"' if part.aside_lang else ""
    aside = f" <span{lang}>{_safe(part.aside)}</span>" if part.aside else ""
    head = f"<p>{_box(sheet, part.ticked)} <strong>{_safe(part.words)}</strong>{aside}</p>"
    return f'<li class="tick">{head}{_blocks(sheet, part.below)}</li>'


def _block(sheet: Sheet, part: p.Part) -> str:
    match part:
        case p.Line():
            return _line(part)
        case p.Runs(pairs=pairs):
            return "<p>" + " ".join(f"<b>{_safe(label)}</b> {_safe(value)}" for label, value in pairs) + "</p>"
        case p.Heading(words=words, level=level):
            return f"<h{level + 2}>{_safe(words)}</h{level + 2}>"
        case p.Bullets(items=items, numbered=numbered):
            kind = "ol" if numbered else "ul"
            return f"<{kind}>{''.join(f'<li>{_blocks(sheet, item)}</li>' for item in items)}</{kind}>"
        case p.Pairs(rows=rows):
            return _table(
                "",
                "".join(f'<tr><th scope="row">{_safe(label)}</th>{_cell(sheet, value)}</tr>' for label, value in rows),
            )
        case p.Grid():
            return _grid(sheet, part)
        case p.Box(ticked=ticked):
            return _box(sheet, ticked)
        case p.Blank():
            return f"<p{_own(sheet)}>[{_safe(sheet.say('html.blank'))}]</p>"
        case p.Sign(labels=labels):
            return "".join(f"<p>{_safe(label)}: [{_safe(sheet.say('html.blank'))}]</p>" for label in labels)
        case p.Timeline():
            return _timeline(sheet, part)
        case p.Code(url=url, words=words):
            link = f'<a href="{_safe(url)}">{_safe(url)}</a>' if url.startswith("https://") else _safe(url)
            return f"<p>{_safe(words)} {link}</p>"
        case _:
            return ""


def _line(part: p.Line) -> str:
    lang = f' lang="{escape(part.lang)}"' if part.lang else ""
    words = _safe(part.words)
    if part.style == "title":
        return f"<h1{lang}>{words}</h1>"
    if part.style in ("strong", "cell_strong"):
        return f"<p{lang}><strong>{words}</strong></p>"
    small = ' class="small"' if part.style in ("small", "tiny", "mark") else ""
    return f"<p{lang}{small}>{words}</p>"


def _cell(sheet: Sheet, cell: Sequence[p.Part]) -> str:
    return f"<td>{_blocks(sheet, cell)}</td>"


def _grid(sheet: Sheet, part: p.Grid) -> str:
    names = [words or (sheet.say("html.table.box") if place == 0 else "") for place, words in enumerate(part.head)]
    head = "".join(f'<th scope="col">{_safe(words)}</th>' for words in names) if any(part.head) else ""
    rows = "".join(f"<tr>{''.join(_cells(sheet, row, headless=not head))}</tr>" for row in part.rows)
    return _table(f"<thead><tr>{head}</tr></thead>" if head else "", rows)


def _cells(sheet: Sheet, row: Sequence[Sequence[p.Part]], *, headless: bool) -> Iterable[str]:
    """Write the cells of a row; without a head what stands before the last one says what it is about."""
    for place, cell in enumerate(row):
        if headless and place == len(row) - 2:
            yield f'<th scope="row">{_blocks(sheet, cell)}</th>'
        else:
            yield _cell(sheet, cell)


def _table(head: str, rows: str) -> str:
    return f"<table>{head}<tbody>{rows}</tbody></table>"


def _timeline(sheet: Sheet, part: p.Timeline) -> str:
    head = "".join(f'<th scope="col">{_safe(words)}</th>' for words in part.head)
    rows = "".join(f'<tr><th scope="row">{_safe(bar.label)}</th><td>{_safe(bar.days)}</td></tr>' for bar in part.bars)
    return _table(f"<thead><tr>{head}</tr></thead>", rows)
