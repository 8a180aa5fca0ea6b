"""Both sides prove that they hold the same: one digest, made in the same way in Python and in TypeScript."""

import json
from pathlib import Path

import pytest

from sync.manifest import canonical, digest

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "digest.json").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: case["name"])
def test_the_digest_is_that_of_the_golden_file_whatever_the_order(case):
    rows = [(row["table"], row["id"], row["row"]) for row in case["rows"]]
    assert digest(rows) == digest(reversed(rows)) == case["digest"]
    assert [canonical(row) for _, _, row in rows] == case["canonical"]


def test_law_08_all_digests_agree_with_the_manifest_when_all_is_quiet(world, phone, office):
    bo = world.device("bo")
    for number in range(5):
        phone.record("note.open", "job:1", id=f"n{number}", title="爬坡后气压掉到 6 bar 🛠")
        phone.record("stock.move", f"own:{number}", giver="shelf", taker=f"van{number}", quantity=number)
    for device in (phone, office, bo):
        device.sync()
    office.record("job.assign", "job:1", on=["bo"], off=["ann"])
    office.record("note.remove", "job:1", id="n3")
    bo.record("stock.move", "own:9", giver="van1", taker="shelf", quantity=1)
    for device in (office, bo, phone, office, bo):
        device.sync()
    for device, tables in ((phone, {"balance"}), (office, {"balance", "note"}), (bo, {"balance", "note"})):
        manifest = world.engine.manifest(device.user_id, device.device_id)
        assert manifest.digest == device.digest()
        assert manifest.position == device.position
        assert manifest.counts.keys() == tables
        assert sum(manifest.counts.values()) == len(device.cache)


def test_a_manifest_counts_only_the_tables_that_the_device_knows(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    phone.sync()
    assert world.engine.manifest("ann", phone.device_id, {"balance"}).counts == {"balance": 2}
    assert world.engine.manifest("ann", phone.device_id, {"unheard of"}).counts == {}
