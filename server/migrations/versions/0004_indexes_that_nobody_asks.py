"""Indexes that nobody asks."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("old_parts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_old_parts_job_id"))
        batch_op.drop_index(batch_op.f("ix_old_parts_station_id"))

    with op.batch_alter_table("photos", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_photos_job_id"))
        batch_op.drop_index(batch_op.f("ix_photos_sha256"))

    with op.batch_alter_table("stock_movements", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stock_movements_from_location"))
        batch_op.drop_index(batch_op.f("ix_stock_movements_part_id"))
        batch_op.drop_index(batch_op.f("ix_stock_movements_to_location"))

    with op.batch_alter_table("swaps", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_swaps_job_id"))
