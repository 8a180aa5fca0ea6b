"""The guides name only what exists, and every folder says what may not happen in it."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TRACKED = [Path(name) for name in subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True).split("\n") if name]
GUIDES = [path for path in TRACKED if path.suffix == ".md"]
CODE_FOLDERS = sorted(
    {path.parent for path in TRACKED if path.suffix in {".py", ".ts", ".tsx"} and "versions" not in path.parts}
)


@pytest.mark.parametrize("guide", GUIDES, ids=str)
def test_every_link_of_a_guide_leads_somewhere(guide):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / guide).read_text())
    assert [link for link in links if not (ROOT / guide.parent / link).exists()] == []


@pytest.mark.parametrize("guide", [guide for guide in GUIDES if guide.name in {"ARCHITECTURE.md", "CONTRIBUTING.md"}])
def test_every_path_that_a_guide_names_exists(guide):
    named = re.findall(r"`((?:server|sync|media|pwa|tests|docs|bench)/[\w./-]*)`", (ROOT / guide).read_text())
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_folder_of_code_says_what_it_is_for():
    speaks = [folder for folder in CODE_FOLDERS if _has_readme(folder)]
    assert [str(folder) for folder in CODE_FOLDERS if folder not in speaks] == []


def test_the_project_speaks_of_itself_only():
    foreign = re.compile(r"\.\./shared|://(registry|files|pypi|deb)\.|(^|[^\w./])/(work|root)/", re.MULTILINE)
    texts = [
        path for path in TRACKED if path.suffix in {".py", ".ts", ".tsx", ".md", ".json", ".toml", ".lock", ".css"}
    ]
    assert [str(path) for path in texts if path.name != Path(__file__).name and foreign.search(_text(path))] == []


def _has_readme(folder: Path) -> bool:
    """A folder of screens or tests may be spoken for by the folder above it."""
    return (ROOT / folder / "README.md").exists() or (ROOT / folder.parent / "README.md").exists()


def _text(path: Path) -> str:
    return (ROOT / path).read_text(errors="ignore") if (ROOT / path).exists() else ""
