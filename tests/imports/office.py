"""Somebody of the office with files to take in."""

from io import BytesIO

from openpyxl import Workbook

from tests.company import HEADER, signed_in

BINARY = {**HEADER, "Content-Type": "application/octet-stream"}


class Office:
    """Somebody who takes files in."""

    def __init__(self, app, login):
        self.device = signed_in(app, login)

    def ask(self, file, data):
        return self.device.client.post(f"/api/imports/{file}/preview", data=data, headers=BINARY)

    def look(self, file, data):
        answer = self.ask(file, data)
        assert answer.status_code == 200, answer.json
        return answer.json

    def confirm(self, file, data, plan):
        address = f"/api/imports/{file}/take-in?plan={plan}&name=file.csv"
        return self.device.client.post(address, data=data, headers=BINARY)

    def take_in(self, file, data):
        answer = self.confirm(file, data, self.look(file, data)["plan"])
        assert answer.status_code == 200, answer.json
        return answer.json

    def give_out(self, file, form="csv", language="zh"):
        return self.device.get(f"/api/exports/{file}.{form}?language={language}").data


def table(*lines):
    return "\n".join(lines).encode()


def workbook(*rows, merge=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if merge is not None:
        book.active.merge_cells(merge)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def faults(preview):
    return [(one["line"], one["column"], one["code"]) for one in preview["faults"]]
