"""A file alone, without the server, says whether it was changed (VIS-7)."""

import json

import pytest
from click.testing import CliRunner

from server.cli.__main__ import cli
from server.documents.carried import read_carried, sign_pdf, written
from server.rules.canonical import canonical
from server.rules.keys import PrivateKey, make_private_key
from tests.printing import METER, NAMEPLATE, picture


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The command in a folder without database, settings or network."""
    monkeypatch.setenv("SETTINGS_FILE", str(tmp_path / "none.env"))
    monkeypatch.setenv("DATABASE_URL", "sqlite:////nowhere/at/all.sqlite")

    def run(content, *more, name="report.pdf"):
        (tmp_path / name).write_bytes(content)
        result = CliRunner().invoke(cli, ["verify", str(tmp_path / name), *more])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    return run


@pytest.fixture
def report(office):
    """The PDF as the office sends it, and the option that names the office's key."""
    return office.printed(office.sign()), ("--server-key", office.seal_key.public)


def with_embedded(pdf, change):
    """The JSON of the seal with a changed document."""
    seal = json.loads(written(read_carried(pdf).sealed))
    document = json.loads(seal["document"])
    change(document)
    return canonical({**seal, "document": canonical(document)}).encode()


def test_vis_7_an_untouched_report_is_unchanged(run, report):
    pdf, key = report
    code, output = run(pdf, *key)
    assert (code, output.splitlines()[0]) == (0, "Unchanged: This is what was signed, byte for byte.")
    assert run(written(read_carried(pdf).sealed).encode(), *key, name="seal.json")[0] == 0


def test_vis_7_a_changed_byte_of_the_pdf_is_altered(run, report):
    pdf, key = report
    middle = len(pdf) // 3
    code, output = run(pdf[:middle] + bytes([pdf[middle] ^ 1]) + pdf[middle + 1 :], *key)
    assert (code, "The PDF was changed after the server had made it." in output) == (1, True)


def test_vis_7_a_pdf_without_the_servers_line_or_with_somebody_elses_is_altered(run, report):
    pdf, key = report
    bare = pdf[: pdf.rfind(b"%truckroll")]
    assert run(bare, *key)[0] == 1
    assert run(sign_pdf(bare, PrivateKey(make_private_key())), *key)[0] == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document["handle"].update(done="什么也没换。"),
        lambda document: document["signatures"][0]["strokes"][0][0].__setitem__(0, 121),
        lambda document: document["photos"].pop(),
    ],
    ids=["words", "stroke", "photo"],
)
def test_vis_7_a_changed_word_stroke_or_photo_is_altered(run, report, change):
    pdf, key = report
    code, output = run(with_embedded(pdf, change), *key, name="seal.json")
    assert (code, output.startswith("Altered")) == (1, True)


def test_vis_7_a_photo_of_the_report_is_known_and_another_is_not(run, report, tmp_path):
    pdf, key = report
    for name, content in (("a.jpg", METER), ("b.jpg", NAMEPLATE), ("c.jpg", picture("red"))):
        (tmp_path / name).write_bytes(content)
    assert run(pdf, *key, "--photo", str(tmp_path / "a.jpg"), "--photo", str(tmp_path / "b.jpg"))[0] == 0
    code, output = run(pdf, *key, "--photo", str(tmp_path / "c.jpg"))
    assert (code, "c.jpg: not in this report, or altered" in output) == (1, True)


def test_vis_7_without_the_servers_key_nothing_is_promised(run, report):
    pdf, _ = report
    code, output = run(pdf)
    assert (code, "No public key of the server was given" in output) == (2, True)
    assert run(pdf, "--server-key", PrivateKey(make_private_key()).public)[0] == 1


def test_a_file_without_a_report_cannot_be_checked(run):
    assert run(b"hello")[0] == 2
    assert "这个文件查不了" in run(b"hello", "--language", "zh")[1]
