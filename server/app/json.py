"""JSON in and out by orjson."""

from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider


class StrictJson(JSONProvider):
    """No NaN, no lone surrogates, UTF-8 as it is."""

    def dumps(self, obj: Any, **_more: Any) -> str:
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **_more: Any) -> Any:
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        return Response(
            orjson.dumps(self._prepare_response_obj(args, kwargs), option=orjson.OPT_NON_STR_KEYS),
            mimetype="application/json",
        )
