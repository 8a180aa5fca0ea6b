"""The month's bundle is complete, marked for whom it is, and an altered file in it is found out (VIS-14)."""

import csv
import hashlib
import io
import json
import zipfile

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from server.cli.verify_bundle import verify_bundle
from server.documents.bundle import Binder, Copy, Month, filed_reports, write_bundle
from server.documents.bundle_check import NotABundleError, check_bundle
from server.documents.carried import read_carried
from server.documents.drain import drain
from tests.mutations.house import MANAGER, NINGBO, WENZHOU
from tests.printing import METER, NAMEPLATE

MONTH = Month(NINGBO, "NB", "2026-11", Copy.OFFICE)


@pytest.fixture
def archived(office_on):
    """The signed visit is printed, approved and archived."""
    office_on.sign()
    drain(office_on.press, office_on.now)
    for name in ("report.approve", "report.archive"):
        assert office_on.phone(MANAGER).record(name).verdict == "applied"
    return office_on


def bundle_of(office, month=MONTH):
    to = io.BytesIO()
    with office.sessions() as session:
        filed = filed_reports(session, month)
        write_bundle(to, month, filed, Binder(office.media.storage, office.seal_key, office.now))
    return to.getvalue()


def opened(content):
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {name: archive.read(name) for name in archive.namelist()}


def kept(tmp_path, files):
    path = tmp_path / "month.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def wrong_with(path, office):
    return {(problem.what, problem.path) for problem in check_bundle(path, {office.seal_key.public})}


def test_vis_14_the_bundle_holds_each_report_its_sealed_text_the_lists_and_a_manifest_of_all(archived):
    files = opened(bundle_of(archived))
    manifest = json.loads(files["manifest.json"])
    assert set(files) == {one["path"] for one in manifest["files"]} | {"manifest.json", "manifest.sig"}
    for one in manifest["files"]:
        assert (len(files[one["path"]]), hashlib.sha256(files[one["path"]]).hexdigest()) == (one["size"], one["sha256"])
    assert (manifest["reports"], manifest["missing"], manifest["copy"]) == (1, [], "office")
    (text,) = (content for name, content in files.items() if name.endswith(".json") and name.startswith("reports/"))
    (pdf,) = (content for name, content in files.items() if name.endswith(".pdf"))
    assert read_carried(text).sealed == read_carried(pdf).sealed


def test_vis_14_the_lists_name_the_report_and_every_photo_by_its_hash(archived):
    files = opened(bundle_of(archived))
    index = list(csv.reader(io.StringIO(files["index.csv"].decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(files["index.xlsx"]), read_only=True).active
    assert [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)] == index
    assert len(index) == 2
    photos = files["photos.csv"].decode("utf-8-sig")
    assert all(hashlib.sha256(photo).hexdigest() in photos for photo in (METER, NAMEPLATE))


def test_vis_14_the_technical_departments_copy_says_so(archived):
    month = Month(NINGBO, "NB", "2026-11", Copy.TECHNICAL)
    files = opened(bundle_of(archived, month))
    assert json.loads(files["manifest.json"])["copy"] == "technical"
    assert "技术部门" in files["COPY.txt"].decode()
    assert month.name == "NB-2026-11-technical.zip"


def test_vis_14_a_pdf_that_is_not_printed_yet_is_named_as_missing(office):
    office.sign()
    for name in ("report.approve", "report.archive"):
        office.phone(MANAGER).record(name)
    manifest = json.loads(opened(bundle_of(office))["manifest.json"])
    assert [path.rpartition(".")[2] for path in manifest["missing"]] == ["pdf"]


def test_vis_14_another_station_or_month_has_nothing_of_it(archived):
    with archived.sessions() as session:
        assert filed_reports(session, Month(WENZHOU, "WZ", "2026-11", Copy.OFFICE)) == []
        assert filed_reports(session, Month(NINGBO, "NB", "2026-10", Copy.OFFICE)) == []


def test_vis_14_a_whole_bundle_is_whole(archived, tmp_path):
    path = tmp_path / "month.zip"
    path.write_bytes(bundle_of(archived))
    assert wrong_with(path, archived) == set()
    said = CliRunner().invoke(verify_bundle, [str(path), "--server-key", archived.seal_key.public])
    assert (said.exit_code, "whole" in said.output) == (0, True)


def test_vis_14_one_altered_file_is_found_out(archived, tmp_path):
    files = opened(bundle_of(archived))
    for path in json.loads(files["manifest.json"])["files"]:
        name = path["path"]
        other = bytes([files[name][0] ^ 1]) + files[name][1:]
        assert wrong_with(kept(tmp_path, {**files, name: other}), archived) == {("altered", name)}
    said = CliRunner().invoke(verify_bundle, [str(tmp_path / "month.zip"), "--server-key", archived.seal_key.public])
    assert said.exit_code == 1


def test_vis_14_a_file_taken_out_or_put_in_is_found_out(archived, tmp_path):
    files = opened(bundle_of(archived))
    without = {name: content for name, content in files.items() if name != "photos.csv"}
    assert wrong_with(kept(tmp_path, without), archived) == {("gone", "photos.csv")}
    assert wrong_with(kept(tmp_path, {**files, "more.pdf": b"x"}), archived) == {("added", "more.pdf")}


def test_vis_14_a_manifest_written_anew_does_not_fit_the_servers_signature(archived, tmp_path):
    files = opened(bundle_of(archived))
    manifest = json.loads(files["manifest.json"])
    forged = b"forged"
    for one in manifest["files"]:
        if one["path"] == "index.csv":
            one.update(size=len(forged), sha256=hashlib.sha256(forged).hexdigest())
    again = {**files, "index.csv": forged, "manifest.json": json.dumps(manifest).encode()}
    assert wrong_with(kept(tmp_path, again), archived) == {("signature", "manifest.json")}
    without = {name: content for name, content in files.items() if name != "manifest.sig"}
    assert wrong_with(kept(tmp_path, without), archived) == {("unsigned", "manifest.sig")}


def test_a_file_that_is_no_bundle_is_refused_in_words(tmp_path):
    path = tmp_path / "month.zip"
    for content in (b"", b"PK"):
        path.write_bytes(content)
        with pytest.raises(NotABundleError, match="bundle"):
            check_bundle(path, set())
    with pytest.raises(NotABundleError):
        check_bundle(kept(tmp_path, {"manifest.json": "[]"}), set())
