"""The table of rules leads to code and to tests that exist."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHAPTERS = ("JOB", "VIS", "PART", "OLD", "WARR", "QUAL", "CARE", "CREW", "KPI")
ROWS = [
    [cell.strip().strip("`") for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs/rules.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| [A-Z]+-\d", line)
]
LINKS = sorted({link for _, _, enforced, proven in ROWS for link in (enforced, proven)})


def names_in(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_to_something_that_exists(link):
    path, _, name = link.partition("::")
    # Of the app's files a name, or the sentence of a test, stands in the text.
    assert name
    assert name in (names_in(path) if path.endswith(".py") else (ROOT / path).read_text(encoding="utf-8"))


def test_every_rule_named_in_the_rulebook_stands_in_the_table():
    sources = (ROOT / "server/rules").glob("*.py")
    rule_id = rf"\b(?:{'|'.join(CHAPTERS)})-\d+\b"
    named = {rule for source in sources for rule in re.findall(rule_id, source.read_text("utf-8"))}
    assert named <= {rule for rule, *_ in ROWS}
