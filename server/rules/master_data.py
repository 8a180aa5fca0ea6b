"""Who keeps the files of the house: customers and units by station, catalogues for every station."""

from collections.abc import Set as AbstractSet

from server.rules.people import Role
from sync.refusal import NotPermitted, Refusal


class AdministratorNeeded(Refusal):
    """An administrator would shut themselves out."""

    code = "administrator_needed"


class CustomerOfAnotherStation(Refusal):
    """The customer is looked after by another station than the unit."""

    code = "customer_of_another_station"


def check_keeper(roles: AbstractSet[str], own_station: str | None, *, station_id: str | None) -> None:
    """Refuse who may not keep this file; ``station_id`` is None for what holds in every station.

    An administrator keeps all of them, a manager those of their own station, the head office's those of every station.
    """
    if Role.ADMINISTRATOR in roles or own_station is None or own_station == station_id:
        return
    if station_id is None:
        raise NotPermitted("This holds for every station. Ask a manager of the head office.")
    raise NotPermitted("This belongs to another station. Ask its manager.", station_id=station_id)


def check_not_shut_out(*, own: bool, before: AbstractSet[str], after: AbstractSet[str], active: bool) -> None:
    """Refuse an administrator who would end their own account or lay down that role: somebody else must do it."""
    if own and Role.ADMINISTRATOR in before and (Role.ADMINISTRATOR not in after or not active):
        raise AdministratorNeeded("Ask another administrator to take this role from you.")
