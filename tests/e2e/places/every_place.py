"""Every screen of the app, whose it is, and the way there: to look at them, and to hold them to their promises."""

from tests.e2e.places.catalogue import places_of_the_catalogue
from tests.e2e.places.dispatch import places_of_dispatch
from tests.e2e.places.figures import places_of_figures
from tests.e2e.places.manager import places_of_the_manager
from tests.e2e.places.office import places_of_the_office
from tests.e2e.places.old_parts import places_of_old_parts
from tests.e2e.places.place import Place
from tests.e2e.places.stock import places_of_the_store
from tests.e2e.places.van import places_of_the_van
from tests.e2e.places.visit import places_of_the_visit
from tests.e2e.server_process import ServerProcess


def places(server: ServerProcess) -> list[Place]:
    """Return every place; the records that they show are those of the demonstration company."""
    return [
        *places_of_the_visit(server),
        *places_of_dispatch(),
        *places_of_the_van(server),
        *places_of_old_parts(server),
        *places_of_the_store(server),
        *places_of_the_catalogue(),
        *places_of_the_office(server),
        *places_of_the_manager(server),
        *places_of_figures(),
    ]
