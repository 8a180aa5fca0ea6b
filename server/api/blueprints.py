"""A blueprint whose endpoints declare, in one line, address, permission, body and answers."""

from collections.abc import Callable
from typing import ParamSpec

from flask.typing import ResponseReturnValue
from flask_smorest import Blueprint as SmorestBlueprint
from marshmallow import Schema

from server.api.access import BODY_LIMIT, permit
from server.api.bodies import JsonParser
from server.api.problems import ProblemSchema
from server.rules.people import Permission

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]


class Blueprint(SmorestBlueprint):  # type: ignore[misc]  # flask-smorest has no types
    """Endpoints that belong together."""

    ARGUMENTS_PARSER = JsonParser()

    def endpoint(
        self,
        method: str,
        path: str,
        permission: Permission,
        *,
        takes: type[Schema] | None = None,
        query: type[Schema] | None = None,
        gives: type[Schema] | None = None,
        status: int = 200,
        problems: tuple[int, ...] = (),
        drained: bool = False,
        at_most: int = BODY_LIMIT,
    ) -> Callable[[View[P]], View[P]]:
        """Answer ``method path``. The view is given the loaded query, then the loaded body, then the path's parts.

        A schema is made once, here: webargs would make a class anew for each request.
        """

        def declare(view: View[P]) -> View[P]:
            wrapped = view
            if takes is not None:
                wrapped = self.arguments(takes())(wrapped)
            if query is not None:
                wrapped = self.arguments(query(), location="query")(wrapped)
            wrapped = self.alt_response(status, schema=gives, success=True)(wrapped)
            signed_in = () if permission is Permission.ANYONE else (401, 403)
            body = () if takes is None else (413, 415)
            for problem in sorted({400, 429, 503, *signed_in, *body, *problems}):
                wrapped = self.alt_response(problem, schema=ProblemSchema)(wrapped)
            permit(permission, drained=drained, at_most=at_most)(wrapped)
            self.route(path, methods=[method])(wrapped)
            return view

        return declare
