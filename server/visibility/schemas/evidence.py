"""What stands beside photos: drawings over them, and voice notes."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from server.rules.annotations import MOST_SHAPES, ShapeKind, fault_of_shape
from server.rules.photos import PhotoState, PhotoSubject
from server.rules.voice_notes import SpokenSection
from server.visibility.fields import Code, Count, Id, Moment, Sha256, Text


class ShapeSchema(Schema):
    """One shape; points are ``[x, y]`` in ten-thousandths of the photo's sides."""

    kind = Code(ShapeKind, required=True)
    points = fields.List(fields.List(Count()), required=True)

    @validates_schema
    def check_points(self, data: dict[str, object], **_: object) -> None:
        """Refuse a shape that cannot be drawn."""
        fault = fault_of_shape(ShapeKind(str(data["kind"])), data["points"])  # type: ignore[arg-type]
        if fault is not None:
            raise ValidationError(fault, "points")


def shapes() -> fields.List[dict[str, object]]:
    """Return the field of a whole drawing; an empty one takes the former away."""
    few = validate.Length(max=MOST_SHAPES, error=f"Send at most {MOST_SHAPES} shapes.")
    return fields.List(fields.Nested(ShapeSchema), required=True, validate=few)


class AnnotationRowSchema(Schema):
    """A drawing over a photo."""

    id = Id(required=True)
    photo_id = Id(required=True)
    job_id = Id(required=True)
    visit_id = Id(required=True, allow_none=True)
    station_id = Id(required=True)
    subject = Code(PhotoSubject, required=True)
    shapes = shapes()
    drawn_at = Moment(required=True)
    drawn_by = Id(required=True)


class VoiceNoteRowSchema(Schema):
    """A voice note and whether its file has arrived whole."""

    id = Id(required=True)
    job_id = Id(required=True)
    visit_id = Id(required=True)
    station_id = Id(required=True)
    section = Code(SpokenSection, required=True)
    sha256 = Sha256(required=True)
    size = Count(required=True, least=1)
    type = Text(required=True)
    duration_ms = Count(required=True, least=1)
    recorded_at = Moment(required=True)
    recorded_by = Id(required=True)
    state = Code(PhotoState, required=True)
    refusal = Text(required=True, allow_none=True)
